import { InputNumber } from "antd";
import css from "./whole-number.module.css";

interface Props {
  id: string;
  label: string;
  min: number;
  max: number;
  value: number;
  onChange: (value: number) => void;
}

/** A whole number that a company decides, below its label; what is emptied is the least. */
export function WholeNumber({ id, label, min, max, value, onChange }: Props) {
  return (
    <div className={css.field}>
      <label htmlFor={id}>{label}</label>
      <InputNumber
        id={id}
        min={min}
        max={max}
        precision={0}
        value={value}
        onChange={(wanted) => onChange(wanted ?? min)}
      />
    </div>
  );
}
