import { Input } from "antd";
import { useId } from "react";
import css from "./day-field.module.css";

interface Props {
  label: string;
  value: string;
  onChange: (day: string) => void;
}

/** A day by itself, such as the first or last of what is shown; "" while there is none. */
export function DayField({ label, value, onChange }: Props) {
  const id = useId();
  return (
    <span className={css.field}>
      <label htmlFor={id}>{label}</label>
      <Input id={id} type="date" value={value} onChange={({ target }) => onChange(target.value)} />
    </span>
  );
}
