import { Select } from "antd";
import { useId } from "react";
import type { ApproverRange } from "@/api/route-types";
import { useText } from "@/lib/i18n";
import { DepartmentsSelect } from "./department-select";
import { useNames, useRoles } from "./forms/designer/use-names";
import { MembersField } from "./members-field";
import css from "./template-editor.module.css";

interface Props {
  value: ApproverRange;
  onChange: (value: ApproverRange) => void;
}

/** Members, whole departments and holders of roles; nothing means everybody. Its words are those of forms. */
export function RangeField({ value, onChange }: Props) {
  const { t } = useText();
  const id = useId();
  const roles = useRoles();
  useNames(value.members);
  return (
    <div className={css.field}>
      <MembersField
        label={t("forms.range.members")}
        ids={value.members}
        onChange={(members) => onChange({ ...value, members })}
      />
      <DepartmentsSelect
        id={`${id}-departments`}
        aria-label={t("forms.range.departments")}
        placeholder={t("forms.range.departments")}
        value={value.departments}
        onChange={(departments) => onChange({ ...value, departments })}
      />
      <Select<number[]>
        mode="multiple"
        aria-label={t("forms.range.roles")}
        placeholder={t("forms.range.roles")}
        showSearch={{ optionFilterProp: "label" }}
        value={value.roles}
        options={roles.map((role) => ({ value: role.id, label: role.name }))}
        onChange={(next) => onChange({ ...value, roles: next })}
      />
    </div>
  );
}
