import { Input } from "antd";
import { useId } from "react";
import type { Template, TemplateContent } from "@/api/approval-template-types";
import { useText } from "@/lib/i18n";
import css from "@/ui/template-editor.module.css";
import { ICON_NAMES, TemplateIcon } from "@/ui/template-icon";
import { AccessCard } from "./access-card";

interface Props {
  template: Template;
  draft: TemplateContent;
  change: (changes: Partial<TemplateContent>, group?: string) => void;
}

/** What the template is called and looks like, and who may use and keep it. */
export function BasicsStep({ template, draft, change }: Props) {
  const { t } = useText();
  const id = useId();
  return (
    <div className={css.cards}>
      <div className={css.form}>
        <div className={css.field}>
          <label className={css.label} htmlFor={id}>
            {t("approvalDesign.basics.name")}
          </label>
          <Input
            id={id}
            maxLength={50}
            status={draft.name.trim() === "" ? "error" : undefined}
            value={draft.name}
            onChange={(event) => change({ name: event.target.value }, "name")}
          />
          {draft.name.trim() === "" && <p className={css.flaw}>{t("approvalDesign.basics.nameMissing")}</p>}
        </div>
        <fieldset className={css.field}>
          <legend className={css.label}>{t("approvalDesign.basics.icon")}</legend>
          <div className={css.icons}>
            {ICON_NAMES.map((icon) => (
              <button
                key={icon}
                type="button"
                className={css.iconChoice}
                aria-label={t(`approvalDesign.icon.${icon}`)}
                title={t(`approvalDesign.icon.${icon}`)}
                aria-pressed={draft.icon === icon}
                onClick={() => change({ icon })}
              >
                <TemplateIcon name={icon} />
              </button>
            ))}
          </div>
        </fieldset>
        <div className={css.field}>
          <label className={css.label} htmlFor={`${id}-text`}>
            {t("approvalDesign.basics.description")}
          </label>
          <Input.TextArea
            id={`${id}-text`}
            maxLength={200}
            autoSize={{ minRows: 2, maxRows: 5 }}
            value={draft.description}
            onChange={(event) => change({ description: event.target.value }, "description")}
          />
        </div>
      </div>
      <AccessCard template={template} />
    </div>
  );
}
