import { Radio } from "antd";
import type { StartRange } from "@/api/approval-template-types";
import { useText } from "@/lib/i18n";
import { RangeField } from "@/ui/range-field";
import css from "@/ui/template-editor.module.css";

const NOBODY = { members: [], departments: [], roles: [] };

interface Props {
  label: string;
  value: StartRange;
  onChange: (value: StartRange) => void;
}

/** Everybody or some, and who of them not. */
export function AudienceField({ label, value, onChange }: Props) {
  const { t } = useText();
  return (
    <>
      <fieldset className={css.field}>
        <legend className={css.label}>{label}</legend>
        <Radio.Group
          aria-label={label}
          value={value.everyone}
          options={[
            { value: true, label: t("reportDesign.access.everyone") },
            { value: false, label: t("reportDesign.access.some") },
          ]}
          onChange={(event) => onChange({ ...value, everyone: event.target.value })}
        />
        {!value.everyone && <RangeField value={value} onChange={(range) => onChange({ ...value, ...range })} />}
      </fieldset>
      <fieldset className={css.field}>
        <legend className={css.label}>{t("reportDesign.access.except")}</legend>
        <RangeField value={value.except ?? NOBODY} onChange={(except) => onChange({ ...value, except })} />
      </fieldset>
    </>
  );
}
