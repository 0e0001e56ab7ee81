import { ArrowLeftOutlined, RedoOutlined, UndoOutlined } from "@ant-design/icons";
import { Button, Tag } from "antd";
import type { TemplateBody, TemplateRow } from "@/api/approval-template-types";
import { useText } from "@/lib/i18n";
import type { Editing } from "@/lib/use-history";
import { AdminLink } from "@/ui/admin-link";
import { IconButton } from "@/ui/icon-button";
import { countOf, isFine, STEPS, type Step, type TemplateFlaws } from "./all-flaws";
import { TemplateIcon } from "./template-icon";
import css from "./templates.module.css";

interface Props {
  template: TemplateRow;
  name: string;
  icon: string | null;
  step: Step;
  flaws: TemplateFlaws;
  editing: Editing<TemplateBody>;
  dirty: boolean;
  busy: boolean;
  onStep: (step: Step) => void;
  onProblems: () => void;
  onSave: () => void;
  onPublish: () => void;
}

/** Name, undo, save and publish, and the way through the steps with what is missing in each. */
export function EditorHead(props: Props) {
  const { template, name, icon, step, flaws, editing, dirty, busy } = props;
  const { t } = useText();
  return (
    <>
      <header className={css.head}>
        <div className={css.titleLine}>
          <AdminLink to="/approvals">
            <ArrowLeftOutlined aria-label={t("approvalDesign.back")} />
          </AdminLink>
          <TemplateIcon name={icon} />
          <h1 className={css.title}>{name || t("approvalDesign.unnamed")}</h1>
          <Tag color={dirty ? "warning" : undefined}>
            {dirty ? t("approvalDesign.unsaved") : t(`approvalDesign.state.${template.state}`)}
          </Tag>
        </div>
        <div className={css.acts}>
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
              {t("approvalDesign.problems", { count: STEPS.reduce((sum, each) => sum + countOf(flaws, each), 0) })}
            </Button>
          )}
          <Button disabled={!dirty} loading={busy && dirty} onClick={props.onSave}>
            {t("approvalDesign.saveDraft")}
          </Button>
          <Button type="primary" disabled={busy} onClick={props.onPublish}>
            {t("approvalDesign.publish")}
          </Button>
        </div>
      </header>
      <nav className={css.steps} aria-label={t("approvalDesign.steps")}>
        {STEPS.map((each, index) => {
          const count = countOf(flaws, each);
          return (
            <AdminLink
              key={each}
              className={css.step}
              to={`/approvals/${template.id}`}
              search={each === "basics" ? {} : { step: each }}
              current={each === step}
            >
              <span className={css.stepNumber}>{index + 1}</span>
              {t(`approvalDesign.step.${each}`)}
              {count > 0 && (
                <span className={css.count}>
                  {count}
                  <span className="visually-hidden">{t("approvalDesign.toMend")}</span>
                </span>
              )}
            </AdminLink>
          );
        })}
      </nav>
    </>
  );
}
