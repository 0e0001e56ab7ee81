import { Input, Select } from "antd";
import type { Test } from "@/api/form-types";
import { usePeople } from "@/api/people";
import { useText } from "@/lib/i18n";
import { DepartmentsSelect } from "@/ui/department-select";
import { cleanNumber, readDecimal } from "@/ui/forms/decimals";
import { PersonPicker } from "@/ui/person-picker";
import css from "./designer.module.css";
import type { Subject } from "./subjects";
import { useNames, useRoles } from "./use-names";

interface Props {
  test: Test;
  subject: Subject;
  onChange: (values: string[]) => void;
}

/** What is compared with: numbers, days, options, people; nothing for "is filled in". */
export function ConditionValues({ test, subject, onChange }: Props) {
  const { t } = useText();
  if (test.op === "EMPTY" || test.op === "FILLED") return null;
  const label = t("formDesign.condition.value");
  const ids = test.values.map(Number);
  switch (subject.shape) {
    case "number":
    case "day":
      return <Quantities test={test} day={subject.shape === "day"} onChange={onChange} />;
    case "option":
    case "options": {
      const options = subject.options?.map((option) => ({ value: option.id, label: option.label }));
      if (test.op === "IS_NOT")
        return (
          <Select
            className={css.wide}
            aria-label={label}
            value={test.values[0]}
            options={options}
            onChange={(value) => onChange([value])}
          />
        );
      return (
        <Select<string[]>
          className={css.wide}
          mode="multiple"
          aria-label={label}
          value={test.values}
          options={options}
          onChange={onChange}
        />
      );
    }
    case "member":
      return <Members ids={ids} onChange={(next) => onChange(next.map(String))} />;
    case "department":
      return <DepartmentsSelect aria-label={label} value={ids} onChange={(next) => onChange(next.map(String))} />;
    case "role":
      return <Roles ids={ids} onChange={(next) => onChange(next.map(String))} />;
    default:
      return (
        <Input
          aria-label={label}
          maxLength={200}
          value={test.values[0] ?? ""}
          onChange={(event) => onChange(event.target.value === "" ? [] : [event.target.value])}
        />
      );
  }
}

function Quantities({ test, day, onChange }: { test: Test; day: boolean; onChange: (values: string[]) => void }) {
  const { t } = useText();
  const one = (index: number, label: string) => {
    const value = test.values[index] ?? "";
    const change = (next: string) => {
      const values = test.op === "BETWEEN" ? [test.values[0] ?? "", test.values[1] ?? ""] : [""];
      values[index] = next;
      onChange(values);
    };
    return (
      <Input
        aria-label={label}
        type={day ? "date" : "text"}
        inputMode={day ? undefined : "decimal"}
        status={value !== "" && !day && readDecimal(value) === null ? "error" : undefined}
        maxLength={40}
        value={value}
        onChange={(event) => change(event.target.value)}
        onBlur={() => !day && value !== cleanNumber(value) && change(cleanNumber(value))}
      />
    );
  };
  if (test.op !== "BETWEEN") return one(0, t("formDesign.condition.value"));
  return (
    <span className={css.between}>
      {one(0, t("formDesign.condition.least"))}
      <span aria-hidden="true">–</span>
      {one(1, t("formDesign.condition.most"))}
    </span>
  );
}

interface IdsProps {
  ids: number[];
  onChange: (ids: number[]) => void;
}

function Members({ ids, onChange }: IdsProps) {
  const { t } = useText();
  useNames(ids);
  const cards = usePeople((store) => store.cards);
  return (
    <PersonPicker
      aria-label={t("formDesign.condition.value")}
      known={ids.flatMap((id) => cards[id] ?? [])}
      value={ids}
      onChange={onChange}
    />
  );
}

function Roles({ ids, onChange }: IdsProps) {
  const { t } = useText();
  const roles = useRoles();
  return (
    <Select<number[]>
      className={css.wide}
      mode="multiple"
      aria-label={t("formDesign.condition.value")}
      showSearch={{ optionFilterProp: "label" }}
      value={ids}
      options={roles.map((role) => ({ value: role.id, label: role.name }))}
      onChange={onChange}
    />
  );
}
