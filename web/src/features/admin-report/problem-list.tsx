import { Button, Modal } from "antd";
import type { ReportContent } from "@/api/report-template-types";
import { useText } from "@/lib/i18n";
import { flawWords } from "@/ui/forms/designer/flaw-words";
import { findField } from "@/ui/forms/designer/form-edit";
import css from "@/ui/template-editor.module.css";
import { countFlaws, type ReportFlaws, STEPS, type Step } from "./report-flaws";
import { ruleWords } from "./rule-words";

interface Props {
  flaws: ReportFlaws;
  content: ReportContent;
  onGo: (step: Step, at: string | null) => void;
  onClose: () => void;
}

interface Line {
  step: Step;
  at: string | null;
  where: string;
  what: string;
}

/** All that keeps a template from being published, each with the way to its place. */
export function ProblemList({ flaws, content, onGo, onClose }: Props) {
  const { t } = useText();
  const lines = STEPS.flatMap((step): Line[] =>
    step === "form"
      ? flaws.form.map((flaw) => ({
          step,
          at: flaw.path || null,
          where: findField(content.form, flaw.path)?.label ?? "",
          what: flawWords(t, flaw),
        }))
      : flaws[step].map((flaw) => ({ step, at: null, where: "", what: ruleWords(t, flaw) })),
  );
  return (
    <Modal
      open
      footer={null}
      width={560}
      title={t("reportDesign.problems", { count: countFlaws(flaws) })}
      onCancel={onClose}
    >
      <ul className={css.problems}>
        {lines.map((line) => (
          <li key={`${line.step}-${line.at}-${line.what}`} className={css.problem}>
            <span className={css.problemWords}>
              <span className={css.quiet}>
                {[t(`reportDesign.step.${line.step}`), line.where].filter(Boolean).join(" · ")}
              </span>
              <span>{line.what}</span>
            </span>
            <Button size="small" onClick={() => onGo(line.step, line.at)}>
              {t("reportDesign.goThere")}
            </Button>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
