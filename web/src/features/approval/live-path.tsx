import type { Choice, Chosen, PathStep } from "@/api/approval-types";
import { useText } from "@/lib/i18n";
import css from "@/ui/fill.module.css";
import { ProblemNote } from "@/ui/problem-note";
import { ChooseApprovers } from "./choose-approvers";
import line from "./history.module.css";
import { shownSteps } from "./path";
import { StepBody } from "./step-body";

interface Props {
  steps: PathStep[];
  choices: Choice[];
  chosen: Chosen;
  /** Nodes at which somebody has to be chosen before it can be sent. */
  missing: string[];
  busy: boolean;
  problem: unknown;
  onChoose: (node: string, ids: number[]) => void;
}

/** Whom it will reach with the values as they are, with the real people. */
export function LivePath({ steps, choices, chosen, missing, busy, problem, onChoose }: Props) {
  const { t } = useText();
  return (
    <section className={css.part} aria-label={t("approval.path.title")} aria-busy={busy}>
      <h2 className={css.label}>{t("approval.path.title")}</h2>
      <ProblemNote problem={problem} />
      <ol className={line.timeline} data-busy={busy || undefined}>
        {shownSteps(steps).map((step) => {
          const choice = choices.find((each) => each.node === step.node);
          // Until somebody is chosen the server names whoever would be asked without a choice.
          const open = choice?.required && (chosen[choice.node] ?? []).length === 0;
          return (
            <li key={step.node} className={line.line} data-tone="ahead">
              <span className={line.dot} aria-hidden="true" />
              <StepBody step={open ? { ...step, people: [] } : step}>
                {choice && (
                  <ChooseApprovers
                    choice={choice}
                    name={step.name}
                    chosen={chosen[choice.node] ?? []}
                    missing={missing.includes(choice.node)}
                    onChange={(ids) => onChoose(choice.node, ids)}
                  />
                )}
              </StepBody>
            </li>
          );
        })}
      </ol>
      {steps.length === 0 && !problem && !busy && <p className={css.help}>{t("approval.path.empty")}</p>}
    </section>
  );
}
