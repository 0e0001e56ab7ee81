import type { Field, FieldValue } from "@/api/form-types";
import { useText } from "@/lib/i18n";
import { flawText } from "./flaws";
import { rightOf, useSurroundings } from "./form-context";
import { FormInput, labelsOneControl } from "./form-input";
import css from "./forms.module.css";
import { FormulaValue, ReadValue } from "./read-value";

interface Props {
  field: Field;
  /** `amount`, or `items[2].amount`: says which flaw is this field's. */
  path: string;
  /** `amount`, or `items.amount`: says which right is this field's. */
  rightPath: string;
  /** Starts the ids in the page. */
  prefix: string;
  value: FieldValue | undefined;
  onChange: (value: FieldValue | undefined) => void;
}

/** Label above, input, help and flaw below, tied together. */
export function FieldRow({ field, path, rightPath, prefix, value, onChange }: Props) {
  const { t } = useText();
  const around = useSurroundings();
  const id = fieldId(prefix, path);
  const flaw = around.flaws[path];
  const labelId = `${id}-label`;
  const editable = rightOf(around, rightPath) === "EDIT" && field.kind !== "FORMULA" && field.kind !== "SERIAL";
  if (field.kind === "NOTE") return <p className={css.note}>{field.text || field.label}</p>;
  const label = (
    <>
      {field.label}
      {editable && field.required && (
        <span className={css.star} aria-hidden="true">
          *
        </span>
      )}
    </>
  );
  const described = [field.help && `${id}-help`, flaw && `${id}-flaw`].filter(Boolean).join(" ");
  return (
    <div className={css.field} data-kind={field.kind} data-field={path}>
      {editable && labelsOneControl(field.kind) ? (
        <label className={css.label} id={labelId} htmlFor={id}>
          {label}
        </label>
      ) : (
        <span className={css.label} id={labelId}>
          {label}
        </span>
      )}
      {field.kind === "FORMULA" ? (
        <FormulaValue field={field} value={value} labelId={labelId} />
      ) : field.kind === "SERIAL" ? (
        <span className={css.quiet}>{value === undefined ? t("forms.serialLater") : String(value)}</span>
      ) : editable ? (
        <FormInput
          field={field}
          id={id}
          labelId={labelId}
          describedBy={described || undefined}
          invalid={flaw !== undefined}
          value={value}
          onChange={onChange}
        />
      ) : (
        <div className={css.readOnly}>
          <ReadValue field={field} value={value} />
        </div>
      )}
      {field.help && (
        <p className={css.help} id={`${id}-help`}>
          {field.help}
        </p>
      )}
      {flaw && (
        <p className={css.flaw} id={`${id}-flaw`}>
          {flawText(t, flaw)}
        </p>
      )}
    </div>
  );
}

export function fieldId(prefix: string, path: string): string {
  return `${prefix}-${path.replace(/[[\].]/g, "-")}`;
}
