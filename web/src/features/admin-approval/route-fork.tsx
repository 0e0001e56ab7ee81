import { Button } from "antd";
import type { ForkNode } from "@/api/route-types";
import { MAX_WAYS } from "@/api/route-types";
import { useText } from "@/lib/i18n";
import { useDesign } from "./design-context";
import { ForkMenu } from "./fork-menu";
import { freshIds, newWay } from "./new-nodes";
import css from "./route.module.css";
import { RouteSequence } from "./route-sequence";
import { addWay, isDefault } from "./route-tree";
import { WayCard } from "./way-card";

/** Ways side by side, on phones one below the other; they meet again at the bottom. */
export function RouteFork({ fork }: { fork: ForkNode }) {
  const { t } = useText();
  const { change, onChoose, route, moving, flawOf } = useDesign();
  const name = fork.name || t(`approvalDesign.kind.${fork.kind}`);
  const flaw = flawOf(fork.id);
  const add = () => {
    const way = newWay(freshIds(route));
    change((now) => addWay(now, fork.id, way));
    if (fork.kind === "BRANCH") onChoose(way.id);
  };
  return (
    <section
      className={css.fork}
      data-kind={fork.kind}
      data-moving={moving === fork.id || undefined}
      data-node={fork.id}
      aria-label={name}
    >
      <div className={css.forkHead}>
        <Button size="small" shape="round" disabled={fork.ways.length >= MAX_WAYS} onClick={add}>
          {t(fork.kind === "BRANCH" ? "approvalDesign.addWay" : "approvalDesign.addParallel")}
        </Button>
        <ForkMenu fork={fork} name={name} />
      </div>
      {flaw !== null && <p className={css.flaw}>{flaw}</p>}
      <ol className={css.ways}>
        {fork.ways.map((way, index) => (
          <li key={way.id} className={css.way}>
            <span className={css.rail} aria-hidden="true" />
            <div className={css.wayTop}>
              <WayCard fork={fork} way={way} index={index} />
            </div>
            <RouteSequence
              nodes={way.nodes}
              way={way.id}
              start={
                way.name ||
                t(isDefault(fork, index) ? "approvalDesign.default" : "approvalDesign.way", { number: index + 1 })
              }
            />
            <span className={css.wayTail} aria-hidden="true" />
            <span className={css.railEnd} aria-hidden="true" />
          </li>
        ))}
      </ol>
    </section>
  );
}
