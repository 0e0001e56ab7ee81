import { Input, InputNumber, Select, Switch } from "antd";
import { type ReactNode, useId } from "react";
import css from "./designer.module.css";

/** Rows of a property panel: a label tied to one control. */
interface RowProps {
  label: string;
  help?: string;
  children: (id: string) => ReactNode;
}

export function PanelRow({ label, help, children }: RowProps) {
  const id = useId();
  return (
    <div className={css.panelRow}>
      <label className={css.panelLabel} htmlFor={id}>
        {label}
      </label>
      {children(id)}
      {help && <p className={css.quiet}>{help}</p>}
    </div>
  );
}

interface TextProps {
  label: string;
  help?: string;
  value: string | null | undefined;
  onChange: (value: string) => void;
  max: number;
  lines?: number;
  flawed?: boolean;
}

export function TextRow({ label, help, value, onChange, max, lines = 1, flawed }: TextProps) {
  const common = {
    maxLength: max,
    value: value ?? "",
    status: flawed ? ("error" as const) : undefined,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  };
  return (
    <PanelRow label={label} help={help}>
      {(id) =>
        lines > 1 ? (
          <Input.TextArea id={id} {...common} autoSize={{ minRows: lines, maxRows: 8 }} />
        ) : (
          <Input id={id} {...common} autoComplete="off" />
        )
      }
    </PanelRow>
  );
}

interface NumberProps {
  label: string;
  help?: string;
  value: number | null | undefined;
  onChange: (value: number | null) => void;
  min: number;
  max: number;
}

export function NumberRow({ label, help, value, onChange, min, max }: NumberProps) {
  return (
    <PanelRow label={label} help={help}>
      {(id) => (
        <InputNumber
          id={id}
          className={css.wide}
          min={min}
          max={max}
          precision={0}
          value={value ?? null}
          onChange={(next) => onChange(next)}
        />
      )}
    </PanelRow>
  );
}

interface SelectProps<T extends string> {
  label: string;
  help?: string;
  value: T | undefined;
  options: { value: T; label: string }[];
  onChange: (value: T) => void;
}

export function SelectRow<T extends string>({ label, help, value, options, onChange }: SelectProps<T>) {
  return (
    <PanelRow label={label} help={help}>
      {(id) => (
        <Select<T>
          id={id}
          className={css.wide}
          aria-label={label}
          value={value}
          options={options as never}
          onChange={(next) => onChange(next)}
        />
      )}
    </PanelRow>
  );
}

interface SwitchProps {
  label: string;
  help?: string;
  value: boolean | null | undefined;
  onChange: (value: boolean) => void;
}

export function SwitchRow({ label, help, value, onChange }: SwitchProps) {
  const id = useId();
  return (
    <div className={css.switchRow}>
      <span className={css.switchWords}>
        <label htmlFor={id}>{label}</label>
        {help && <span className={css.quiet}>{help}</span>}
      </span>
      <Switch id={id} checked={value ?? false} onChange={onChange} />
    </div>
  );
}
