import { ZoomInOutlined, ZoomOutOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { type RefObject, useEffect, useRef, useState } from "react";
import type { Field } from "@/api/form-types";
import type { Route, RouteFlaw } from "@/api/route-types";
import { useText } from "@/lib/i18n";
import { membersIn } from "@/ui/forms/designer/condition-text";
import { useNames } from "@/ui/forms/designer/use-names";
import { IconButton } from "@/ui/icon-button";
import { type Design, DesignContext } from "./design-context";
import { routeFlawText } from "./flaw-text";
import { freshIds, newNode } from "./new-nodes";
import { NodeDrawer } from "./node-drawer";
import { membersOf } from "./node-text";
import css from "./route.module.css";
import { RouteSequence } from "./route-sequence";
import { insertNode, isFork, walk } from "./route-tree";
import { useSubjects } from "./use-subjects";

interface Props {
  route: Route;
  change: (update: (route: Route) => Route, group?: string) => void;
  fields: readonly Field[];
  flaws: readonly RouteFlaw[];
  chosen: string | null;
  onChoose: (id: string | null) => void;
}

/** Draws a route as the vertical tree that everybody knows from DingTalk. */
export function RouteDesigner({ route, change, fields, flaws, chosen, onChoose }: Props) {
  const { t } = useText();
  const [moving, setMoving] = useState<string | null>(null);
  const subjects = useSubjects(fields);
  const nodes = [...walk(route.nodes)].map(({ node }) => node);
  const conditions = nodes.filter(isFork).flatMap((fork) => fork.ways.map((way) => way.when));
  const names = useNames([...membersOf(nodes), ...membersIn(conditions, subjects)]);
  const { box, content, zoom, setZoom, fit } = useZoom();
  useInSight(box, chosen);
  useEscape(moving !== null, () => setMoving(null));
  const design: Design = {
    route,
    change,
    fields,
    subjects,
    names,
    flawOf: (id) => {
      const flaw = flaws.find((each) => each.node === id);
      return flaw ? routeFlawText(t, flaw) : null;
    },
    chosen,
    onChoose,
    add: (spot, kind) => {
      const node = newNode(kind, freshIds(route));
      change((now) => insertNode(now, spot, node));
      onChoose(isFork(node) ? (node.ways[0]?.id ?? null) : node.id);
    },
    moving,
    setMoving,
  };
  const whole = flaws.filter((flaw) => flaw.node === "");
  return (
    <DesignContext value={design}>
      <div className={css.designer} data-designer data-drawer={chosen !== null || undefined}>
        <div className={css.bar}>
          {moving === null ? (
            <span className={whole.length > 0 ? css.flaw : css.quiet} aria-live="polite">
              {whole.map((flaw) => routeFlawText(t, flaw)).join(" ") || t("approvalDesign.hint")}
            </span>
          ) : (
            <span className={css.movingBar} aria-live="polite">
              {t("approvalDesign.moving")}
              <Button size="small" onClick={() => setMoving(null)}>
                {t("form.cancel")}
              </Button>
            </span>
          )}
          <span className={css.zoom}>
            <IconButton
              size="small"
              icon={<ZoomOutOutlined />}
              label={t("approvalDesign.zoomOut")}
              disabled={zoom <= 0.4}
              onClick={() => setZoom(zoom - 0.1)}
            />
            <span className="tabular">{Math.round(zoom * 100)}%</span>
            <IconButton
              size="small"
              icon={<ZoomInOutlined />}
              label={t("approvalDesign.zoomIn")}
              disabled={zoom >= 1.5}
              onClick={() => setZoom(zoom + 0.1)}
            />
            <Button size="small" onClick={fit}>
              {t("approvalDesign.fit")}
            </Button>
          </span>
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard */}
        <section ref={box} className={css.canvas} tabIndex={0} aria-label={t("approvalDesign.canvas")}>
          <div ref={content} className={css.tree} style={{ zoom }}>
            <div className={css.end}>{t("approvalDesign.start")}</div>
            <RouteSequence nodes={route.nodes} way={null} start={t("approvalDesign.start")} />
            <div className={css.end}>{t("approvalDesign.end")}</div>
          </div>
        </section>
        <NodeDrawer />
      </div>
    </DesignContext>
  );
}

const LEAST_ZOOM = 0.4;

function useZoom() {
  const box = useRef<HTMLElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useState(1);
  const fit = () => {
    if (!box.current || !content.current) return;
    const wide = box.current.clientWidth / (content.current.scrollWidth / 1);
    const rounded = Math.floor(Math.min(1, wide * zoom) * 20) / 20;
    setZoom(Math.max(LEAST_ZOOM, rounded));
  };
  return { box, content, zoom, setZoom: (next: number) => setZoom(Math.round(next * 20) / 20), fit };
}

/** Brings what was chosen elsewhere (a problem, the address) into sight. */
function useInSight(box: RefObject<HTMLElement | null>, chosen: string | null) {
  useEffect(() => {
    const card = chosen === null ? null : box.current?.querySelector(`[data-node="${CSS.escape(chosen)}"]`);
    card?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [box, chosen]);
}

function useEscape(active: boolean, onEscape: () => void) {
  const latest = useRef(onEscape);
  useEffect(() => {
    latest.current = onEscape;
  });
  useEffect(() => {
    if (!active) return;
    const listen = (event: KeyboardEvent) => event.key === "Escape" && latest.current();
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [active]);
}
