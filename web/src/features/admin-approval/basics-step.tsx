import { AutoComplete, Input } from "antd";
import { useId } from "react";
import type { TemplateBody } from "@/api/approval-template-types";
import { useText } from "@/lib/i18n";
import { MembersField } from "./approvers-editor";
import { RangeField } from "./range-field";
import { ICON_NAMES, TemplateIcon } from "./template-icon";
import css from "./templates.module.css";

interface Props {
  draft: TemplateBody;
  change: (changes: Partial<TemplateBody>, group?: string) => void;
  groups: string[];
}

/** What the template is called, where it stands, and who may use and keep it. */
export function BasicsStep({ draft, change, groups }: Props) {
  const { t } = useText();
  const id = useId();
  return (
    <div className={css.form}>
      <div className={css.field}>
        <label className={css.label} htmlFor={id}>
          {t("approvalDesign.basics.name")}
        </label>
        <Input
          id={id}
          maxLength={60}
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
              aria-label={t("approvalDesign.basics.iconName", { name: icon })}
              aria-pressed={draft.icon === icon}
              onClick={() => change({ icon })}
            >
              <TemplateIcon name={icon} />
            </button>
          ))}
        </div>
      </fieldset>
      <div className={css.field}>
        <label className={css.label} htmlFor={`${id}-group`}>
          {t("approvalDesign.basics.group")}
        </label>
        <AutoComplete
          id={`${id}-group`}
          options={groups.map((value) => ({ value }))}
          placeholder={t("approvalDesign.basics.noGroup")}
          maxLength={20}
          value={draft.group ?? ""}
          onChange={(group) => change({ group: group || null }, "group")}
        />
      </div>
      <div className={css.field}>
        <label className={css.label} htmlFor={`${id}-text`}>
          {t("approvalDesign.basics.description")}
        </label>
        <Input.TextArea
          id={`${id}-text`}
          maxLength={200}
          autoSize={{ minRows: 2, maxRows: 5 }}
          value={draft.description ?? ""}
          onChange={(event) => change({ description: event.target.value || null }, "description")}
        />
      </div>
      <fieldset className={css.field}>
        <legend className={css.label}>{t("approvalDesign.basics.starters")}</legend>
        <p className={css.quiet}>{t("approvalDesign.basics.startersHelp")}</p>
        <RangeField value={draft.starters} onChange={(starters) => change({ starters }, "starters")} />
      </fieldset>
      <fieldset className={css.field}>
        <legend className={css.label}>{t("approvalDesign.basics.administrators")}</legend>
        <p className={css.quiet}>{t("approvalDesign.basics.administratorsHelp")}</p>
        <MembersField
          label={t("approvalDesign.basics.administrators")}
          ids={draft.administrators}
          onChange={(administrators) => change({ administrators }, "administrators")}
        />
      </fieldset>
    </div>
  );
}
