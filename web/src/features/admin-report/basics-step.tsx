import { Input } from "antd";
import { useId } from "react";
import type { ReportContent, ReportTemplate } from "@/api/report-template-types";
import { useText } from "@/lib/i18n";
import css from "@/ui/template-editor.module.css";
import { ICON_NAMES, TemplateIcon } from "@/ui/template-icon";
import { AccessCard } from "./access-card";

interface Props {
  template: ReportTemplate;
  content: ReportContent;
  change: (changes: Partial<ReportContent>, group?: string) => void;
}

/** What the template is called and looks like, and who may use and keep it. */
export function BasicsStep({ template, content, change }: Props) {
  const { t } = useText();
  const id = useId();
  const unnamed = content.name.trim() === "";
  return (
    <div className={css.cards}>
      <div className={css.form}>
        <div className={css.field}>
          <label className={css.label} htmlFor={id}>
            {t("reportDesign.basics.name")}
          </label>
          <Input
            id={id}
            maxLength={50}
            status={unnamed ? "error" : undefined}
            value={content.name}
            onChange={(event) => change({ name: event.target.value }, "name")}
          />
          {unnamed && <p className={css.flaw}>{t("reportDesign.flaw.name_missing")}</p>}
        </div>
        <fieldset className={css.field}>
          <legend className={css.label}>{t("reportDesign.basics.icon")}</legend>
          <div className={css.icons}>
            {ICON_NAMES.map((icon) => (
              <button
                key={icon}
                type="button"
                className={css.iconChoice}
                aria-label={t(`approvalDesign.icon.${icon}`)}
                aria-pressed={content.icon === icon}
                onClick={() => change({ icon })}
              >
                <TemplateIcon name={icon} />
              </button>
            ))}
          </div>
        </fieldset>
        <div className={css.field}>
          <label className={css.label} htmlFor={`${id}-text`}>
            {t("reportDesign.basics.description")}
          </label>
          <Input.TextArea
            id={`${id}-text`}
            maxLength={200}
            autoSize={{ minRows: 2, maxRows: 5 }}
            value={content.description}
            onChange={(event) => change({ description: event.target.value }, "description")}
          />
        </div>
      </div>
      <AccessCard template={template} />
    </div>
  );
}
