import { ArrowLeftOutlined, RedoOutlined, UndoOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { ReportTemplate } from "@/api/report-template-types";
import { useText } from "@/lib/i18n";
import { AdminLink } from "@/ui/admin-link";
import { IconButton } from "@/ui/icon-button";
import css from "@/ui/template-editor.module.css";
import { TemplateIcon } from "@/ui/template-icon";
import { countFlaws, STEPS, type Step } from "./report-flaws";
import type { useReportEditor } from "./use-report-editor";

interface Props {
  template: ReportTemplate;
  editor: ReturnType<typeof useReportEditor>;
  step: Step;
  onStep: (step: Step) => void;
  onProblems: () => void;
  onPublish: () => void;
}

/** Name, undo and publish, and the way through the steps with what is missing in each. */
export function EditorHead({ template, editor, step, onStep, onProblems, onPublish }: Props) {
  const { t } = useText();
  const { content, editing, dirty, flaws, busy } = editor;
  const state = template.state === "ACTIVE" ? "ACTIVE" : "STOPPED";
  const wrong = countFlaws(flaws);
  return (
    <>
      <header className={css.head}>
        <div className={css.titleLine}>
          <AdminLink to="/reports">
            <ArrowLeftOutlined aria-label={t("reportDesign.back")} />
          </AdminLink>
          <TemplateIcon name={content.icon} />
          <h1 className={css.title}>{content.name || t("reportDesign.unnamed")}</h1>
          <span className={css.mark} data-tone={dirty ? "warning" : undefined}>
            {dirty ? t("reportDesign.unpublished") : t(`reportDesign.state.${state}`)}
          </span>
        </div>
        <div className={css.acts}>
          <IconButton
            icon={<UndoOutlined />}
            label={t("reportDesign.undo")}
            disabled={!editing.canUndo}
            onClick={editing.undo}
          />
          <IconButton
            icon={<RedoOutlined />}
            label={t("reportDesign.redo")}
            disabled={!editing.canRedo}
            onClick={editing.redo}
          />
          {wrong > 0 && (
            <Button type="text" danger onClick={onProblems}>
              {t("reportDesign.problems", { count: wrong })}
            </Button>
          )}
          <Button type="primary" disabled={!dirty} loading={busy} onClick={onPublish}>
            {t("reportDesign.publish")}
          </Button>
        </div>
      </header>
      <nav className={css.steps} aria-label={t("reportDesign.steps")}>
        {STEPS.map((each, index) => (
          <button
            key={each}
            type="button"
            className={css.step}
            aria-current={each === step ? "step" : undefined}
            onClick={() => onStep(each)}
          >
            <span className={css.stepNumber}>{index + 1}</span>
            {t(`reportDesign.step.${each}`)}
            {flaws[each].length > 0 && (
              <span className={css.count}>
                {flaws[each].length}
                <span className="visually-hidden">{t("reportDesign.toMend")}</span>
              </span>
            )}
          </button>
        ))}
      </nav>
    </>
  );
}
