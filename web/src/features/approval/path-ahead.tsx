import type { PathStep } from "@/api/approval-types";
import { useText } from "@/lib/i18n";
import css from "./history.module.css";
import { shownSteps } from "./path";
import { StepBody } from "./step-body";

/** What is still ahead of a run that has not ended. */
export function PathAhead({ steps }: { steps: PathStep[] }) {
  const { t } = useText();
  const shown = shownSteps(steps);
  if (shown.length === 0) return null;
  return (
    <>
      <h3 className={css.subtitle}>{t("approval.path.ahead")}</h3>
      <ol className={css.timeline}>
        {shown.map((step) => (
          <li key={step.node} className={css.line} data-tone={step.now ? "now" : "ahead"}>
            <span className={css.dot} aria-hidden="true" />
            <StepBody step={step} />
          </li>
        ))}
      </ol>
    </>
  );
}
