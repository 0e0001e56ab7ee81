import { ArrowLeftOutlined, HistoryOutlined, RedoOutlined, UndoOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { Template, TemplateContent } from "@/api/approval-template-types";
import { useText } from "@/lib/i18n";
import type { Editing } from "@/lib/use-history";
import { AdminLink } from "@/ui/admin-link";
import { IconButton } from "@/ui/icon-button";
import css from "@/ui/template-editor.module.css";
import { TemplateIcon } from "@/ui/template-icon";
import { isFine, STEPS, type Step, type TemplateFlaws } from "./all-flaws";

interface Props {
  template: Template;
  content: TemplateContent;
  step: Step;
  flaws: TemplateFlaws;
  editing: Editing<TemplateContent>;
  dirty: boolean;
  saving: boolean;
  busy: boolean;
  onStep: (step: Step) => void;
  onProblems: () => void;
  onVersions: () => void;
  onSave: () => void;
  onPublish: () => void;
}

/** Name, undo, save and publish, and the way through the steps with what is missing in each. */
export function EditorHead(props: Props) {
  const { template, content, step, flaws, editing, dirty, saving, busy } = props;
  const state = template.version === null ? "NEW" : template.state;
  const { t } = useText();
  return (
    <>
      <header className={css.head}>
        <div className={css.titleLine}>
          <AdminLink to="/approvals">
            <ArrowLeftOutlined aria-label={t("approvalDesign.back")} />
          </AdminLink>
          <TemplateIcon name={content.icon} />
          <h1 className={css.title}>{content.name || t("approvalDesign.unnamed")}</h1>
          <span className={css.mark} data-tone={dirty ? "warning" : undefined}>
            {dirty ? t("approvalDesign.unsaved") : t(`approvalDesign.state.${state}`)}
          </span>
        </div>
        <div className={css.acts}>
          {template.version !== null && (
            <IconButton
              icon={<HistoryOutlined />}
              label={t("approvalDesign.versions.title")}
              onClick={props.onVersions}
            />
          )}
          <IconButton
            icon={<UndoOutlined />}
            label={t("approvalDesign.undo")}
            disabled={!editing.canUndo}
            onClick={editing.undo}
          />
          <IconButton
            icon={<RedoOutlined />}
            label={t("approvalDesign.redo")}
            disabled={!editing.canRedo}
            onClick={editing.redo}
          />
          {!isFine(flaws) && (
            <Button type="text" danger onClick={props.onProblems}>
              {t("approvalDesign.problems", { count: STEPS.reduce((sum, each) => sum + flaws[each].length, 0) })}
            </Button>
          )}
          <Button disabled={!dirty} loading={saving} onClick={props.onSave}>
            {t("approvalDesign.saveDraft")}
          </Button>
          <Button type="primary" disabled={busy} onClick={props.onPublish}>
            {t("approvalDesign.publish")}
          </Button>
        </div>
      </header>
      <nav className={css.steps} aria-label={t("approvalDesign.steps")}>
        {STEPS.map((each, index) => {
          const count = flaws[each].length;
          return (
            <button
              key={each}
              type="button"
              className={css.step}
              aria-current={each === step ? "step" : undefined}
              onClick={() => props.onStep(each)}
            >
              <span className={css.stepNumber}>{index + 1}</span>
              {t(`approvalDesign.step.${each}`)}
              {count > 0 && (
                <span className={css.count}>
                  {count}
                  <span className="visually-hidden">{t("approvalDesign.toMend")}</span>
                </span>
              )}
            </button>
          );
        })}
      </nav>
    </>
  );
}
