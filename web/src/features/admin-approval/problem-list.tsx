import { Button, Modal } from "antd";
import type { TemplateContent } from "@/api/approval-template-types";
import { useText } from "@/lib/i18n";
import { flawWords } from "@/ui/forms/designer/flaw-words";
import { findField } from "@/ui/forms/designer/form-edit";
import css from "@/ui/template-editor.module.css";
import { STEPS, type Step, type TemplateFlaws } from "./all-flaws";
import { routeFlawText } from "./flaw-text";
import { findNode, findWay } from "./route-tree";

interface Props {
  flaws: TemplateFlaws;
  content: TemplateContent;
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
  const lines = useLines(flaws, content);
  return (
    <Modal
      open
      footer={null}
      width={560}
      title={t("approvalDesign.problems", { count: lines.length })}
      onCancel={onClose}
    >
      <ul className={css.problems}>
        {lines.map((line) => (
          <li key={`${line.step}-${line.at}-${line.what}`} className={css.problem}>
            <span className={css.problemWords}>
              <span className={css.quiet}>
                {t(`approvalDesign.step.${line.step}`)}
                {line.where && ` · ${line.where}`}
              </span>
              <span>{line.what}</span>
            </span>
            <Button size="small" onClick={() => onGo(line.step, line.at)}>
              {t("approvalDesign.goThere")}
            </Button>
          </li>
        ))}
      </ul>
    </Modal>
  );
}

function useLines(flaws: TemplateFlaws, { form, route }: TemplateContent): Line[] {
  const { t } = useText();
  const placeOf = (id: string) => {
    const node = findNode(route, id)?.node;
    if (node) return node.name || t(`approvalDesign.kind.${node.kind}`);
    const way = findWay(route, id);
    return way ? way.way.name || t("approvalDesign.way", { number: way.index + 1 }) : "";
  };
  const step = (name: Step): Line[] => {
    if (name === "form")
      return flaws.form.map((flaw) => ({
        step: name,
        at: flaw.path || null,
        where: findField(form, flaw.path)?.label ?? "",
        what: flawWords(t, flaw),
      }));
    if (name === "route")
      return flaws.route.map((flaw) => ({
        step: name,
        at: flaw.node || null,
        where: placeOf(flaw.node),
        what: routeFlawText(t, flaw),
      }));
    return flaws[name].map((flaw) => ({ step: name, at: null, where: "", what: flawWords(t, flaw) }));
  };
  return STEPS.flatMap(step);
}
