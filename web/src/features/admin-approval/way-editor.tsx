import { Button, Input } from "antd";
import type { ForkNode, Way } from "@/api/route-types";
import { useText } from "@/lib/i18n";
import { ConditionEditor } from "@/ui/forms/designer/condition-editor";
import { useDesign } from "./design-context";
import css from "./route.module.css";
import { changeWay, isDefault, moveWay } from "./route-tree";

/** When a way is taken, and before which others it is looked at. */
export function WayEditor({ found: { way, fork, index } }: { found: { way: Way; fork: ForkNode; index: number } }) {
  const { t } = useText();
  const { change, subjects } = useDesign();
  const last = isDefault(fork, index);
  const branch = fork.kind === "BRANCH";
  return (
    <div className={css.editor}>
      <Input
        aria-label={t("approvalDesign.name")}
        maxLength={40}
        placeholder={t(last ? "approvalDesign.default" : "approvalDesign.way", { number: index + 1 })}
        value={way.name ?? ""}
        onChange={(event) =>
          change((now) => changeWay(now, way.id, { name: event.target.value || null }), `${way.id}:name`)
        }
      />
      {!branch && <p className={css.quiet}>{t("approvalDesign.parallelHelp")}</p>}
      {branch && last && <p className={css.quiet}>{t("approvalDesign.defaultHelp")}</p>}
      {branch && !last && (
        <>
          <div className={css.line}>
            <span>{t("approvalDesign.priority", { number: index + 1 })}</span>
            <Button size="small" disabled={index === 0} onClick={() => change((now) => moveWay(now, way.id, -1))}>
              {t("approvalDesign.earlier")}
            </Button>
            <Button
              size="small"
              disabled={index >= fork.ways.length - 2}
              onClick={() => change((now) => moveWay(now, way.id, 1))}
            >
              {t("approvalDesign.later")}
            </Button>
          </div>
          <p className={css.quiet}>{t("approvalDesign.priorityHelp")}</p>
          <ConditionEditor
            value={way.when}
            subjects={subjects}
            onChange={(when) => change((now) => changeWay(now, way.id, { when }), `${way.id}:when`)}
          />
        </>
      )}
    </div>
  );
}
