import { Button, Progress } from "antd";
import type { HandOverRun } from "@/api/handover-types";
import { useText } from "@/lib/i18n";
import css from "./handover.module.css";
import { useStop } from "./use-handovers";

/** How far giving everything away is, or how it ended. */
export function RunProgress({ run }: { run: HandOverRun }) {
  const { t } = useText();
  const stop = useStop();
  const looked = run.done + run.skipped;
  return (
    <div className={css.row} style={{ marginBottom: 12 }}>
      <span className={css.words} role="status">
        <span>{t(`handover.run.${run.state}`)}</span>
        <span className={css.small}>
          {t("handover.run.progress", { done: run.done, total: run.total })}
          {run.skipped > 0 && ` · ${t("handover.run.skipped", { count: run.skipped })}`}
        </span>
      </span>
      <Progress
        aria-label={t("handover.run.label")}
        style={{ width: 200 }}
        percent={run.total === 0 ? 100 : Math.min(100, Math.round((looked * 100) / run.total))}
        {...(run.state === "TAKERS_FULL" ? { status: "exception" as const } : {})}
      />
      {run.state === "RUNNING" && (
        <Button size="small" loading={stop.isPending} onClick={() => stop.mutate(run.id)}>
          {t("handover.run.stop")}
        </Button>
      )}
    </div>
  );
}
