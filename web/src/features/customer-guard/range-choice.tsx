import { Radio } from "antd";
import { useId } from "react";
import type { GuardRange } from "@/api/guard-types";
import { useText } from "@/lib/i18n";
import { DepartmentsSelect } from "@/ui/department-select";
import { PersonPicker } from "@/ui/person-picker";
import css from "./guard.module.css";
import { useCards } from "./use-cards";

interface Props {
  label: string;
  value: GuardRange;
  onChange: (range: GuardRange) => void;
}

/** All employees, or some of them and whole departments. Roles and exceptions that are set already stay. */
export function RangeChoice({ label, value, onChange }: Props) {
  const { t } = useText();
  const id = useId();
  const known = useCards(value.members);
  const more = value.roles.length > 0 || value.except != null;
  return (
    <fieldset className={css.field}>
      <legend>{label}</legend>
      <Radio.Group
        value={value.everyone}
        onChange={({ target }) => onChange({ ...value, everyone: target.value === true })}
        options={[
          { value: true, label: t("guard.range.everyone") },
          { value: false, label: t("guard.range.some") },
        ]}
      />
      {!value.everyone && (
        <>
          <label htmlFor={`${id}-members`}>{t("guard.range.members")}</label>
          <PersonPicker
            id={`${id}-members`}
            known={known}
            value={value.members}
            onChange={(members) => onChange({ ...value, members })}
          />
          <label htmlFor={`${id}-departments`}>{t("guard.range.departments")}</label>
          <DepartmentsSelect
            id={`${id}-departments`}
            placeholder={t("guard.range.departments")}
            value={value.departments}
            onChange={(departments) => onChange({ ...value, departments })}
          />
        </>
      )}
      {more && <p className={css.small}>{t("guard.range.more")}</p>}
    </fieldset>
  );
}
