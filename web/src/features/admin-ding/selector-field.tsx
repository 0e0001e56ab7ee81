import { useQuery } from "@tanstack/react-query";
import { Segmented, Select } from "antd";
import { useEffect } from "react";
import { departmentsQuery } from "@/api/directory";
import { usePeople, want } from "@/api/people";
import { useText } from "@/lib/i18n";
import { DepartmentsSelect } from "@/ui/department-select";
import { PersonPicker } from "@/ui/person-picker";
import css from "./ding-page.module.css";
import { roleNamesQuery, type Selector } from "./use-ding";

interface Props {
  value?: Selector;
  onChange?: (selector: Selector) => void;
  /** What is chosen: read before the name of each part. */
  label: string;
}

/** Everyone, or any departments, roles and members together. */
export function SelectorField({ value, onChange, label }: Props) {
  const { t } = useText();
  const { data: roles = [] } = useQuery(roleNamesQuery);
  const cards = usePeople((store) => store.cards);
  const members = value?.members ?? [];
  useEffect(() => {
    want(value?.members ?? []);
  }, [value?.members]);
  if (!value) return null;
  const change = (next: Partial<Selector>) => onChange?.({ ...value, ...next });
  return (
    <fieldset className={css.selector} aria-label={label}>
      <Segmented<"all" | "some">
        aria-label={label}
        value={value.everyone ? "all" : "some"}
        onChange={(which) => change({ everyone: which === "all" })}
        options={[
          { value: "all", label: t("dingAdmin.everyone") },
          { value: "some", label: t("dingAdmin.some") },
        ]}
      />
      {!value.everyone && (
        <>
          <DepartmentsSelect
            aria-label={`${label}: ${t("dingAdmin.departments")}`}
            placeholder={t("dingAdmin.departments")}
            value={value.departments}
            onChange={(departments) => change({ departments })}
          />
          <Select<number[]>
            mode="multiple"
            aria-label={`${label}: ${t("dingAdmin.roles")}`}
            placeholder={t("dingAdmin.roles")}
            value={value.roles}
            onChange={(chosen) => change({ roles: chosen })}
            showSearch={{ optionFilterProp: "label" }}
            options={roles.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <PersonPicker
            aria-label={`${label}: ${t("dingAdmin.members")}`}
            placeholder={t("dingAdmin.members")}
            known={members.flatMap((id) => cards[id] ?? [])}
            value={members}
            onChange={(chosen) => change({ members: chosen })}
          />
        </>
      )}
    </fieldset>
  );
}

/** The same in words: "Assembly, on duty, Zhang San". */
export function SelectorText({ value }: { value: Selector }) {
  const { t } = useText();
  const { data: roles = [] } = useQuery(roleNamesQuery);
  const { data: departments = [] } = useQuery(departmentsQuery);
  const cards = usePeople((store) => store.cards);
  useEffect(() => {
    want(value.members);
  }, [value.members]);
  if (value.everyone) return <span>{t("dingAdmin.everyone")}</span>;
  const names = [
    ...value.departments.map((id) => departments.find((each) => each.id === id)?.name),
    ...value.roles.map((id) => roles.find((each) => each.id === id)?.name),
    ...value.members.map((id) => cards[id]?.name),
  ].filter(Boolean);
  return <span>{names.join(t("dingAdmin.comma")) || t("dingAdmin.nobody")}</span>;
}
