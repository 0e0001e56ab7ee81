import { Switch } from "antd";
import { type ReactNode, useId } from "react";
import css from "@/ui/template-editor.module.css";

export function RuleGroup({ label, help, children }: { label: string; help?: string; children: ReactNode }) {
  return (
    <fieldset className={css.field}>
      <legend className={css.label}>{label}</legend>
      {help && <p className={css.quiet}>{help}</p>}
      {children}
    </fieldset>
  );
}

interface SwitchProps {
  label: string;
  help: string;
  value: boolean;
  onChange: (value: boolean) => void;
}

export function SwitchRow({ label, help, value, onChange }: SwitchProps) {
  const id = useId();
  return (
    <div className={css.switchLine}>
      <span className={css.words}>
        <label className={css.label} htmlFor={id}>
          {label}
        </label>
        <span className={css.quiet}>{help}</span>
      </span>
      <Switch id={id} checked={value} onChange={onChange} />
    </div>
  );
}
