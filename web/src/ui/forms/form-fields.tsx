import { useEffect, useId, useRef } from "react";
import type { Field, FieldValue, FormDefinition, FormValues, Row } from "@/api/form-types";
import { FieldRow } from "./field-row";
import { FormContext, type FormSurroundings, NOTHING_AROUND, rightOf } from "./form-context";
import { ReadTable } from "./form-reading";
import css from "./forms.module.css";
import { TableInput } from "./input-table";
import { LiveForm } from "./live";

interface Props extends Partial<FormSurroundings> {
  form: FormDefinition;
  values: FormValues;
  /** Takes an update, as the setter of a state does: an upload may end when the form has changed meanwhile. */
  onChange: (update: (values: FormValues) => FormValues) => void;
}

/**
 * A form that is filled in. Shows what its conditions allow, counts formulas, totals and lengths as they are typed, and puts
 * flaws beside their fields (`checkForm` before sending, `flawsOf(problem)` after the server refused).
 */
export function FormFields({ form, values, onChange, ...around }: Props) {
  const prefix = useId();
  const box = useRef<HTMLDivElement>(null);
  const surroundings = { ...NOTHING_AROUND, ...around };
  const { flaws } = surroundings;
  const live = new LiveForm(form.fields, values);
  useEffect(() => {
    if (Object.keys(flaws).length > 0) showFirst(box.current, flaws);
  }, [flaws]);
  const set = (key: string, value: FieldValue | undefined) => onChange((before) => ({ ...before, [key]: value }));
  return (
    <FormContext value={surroundings}>
      <div ref={box} className={css.fields}>
        {form.fields
          .filter((field) => rightOf(surroundings, field.key) !== "HIDDEN" && live.visible(field.key))
          .map((field) =>
            field.kind !== "TABLE" ? (
              <FieldRow
                key={field.key}
                field={field}
                path={field.key}
                rightPath={field.key}
                prefix={prefix}
                value={live.value(field.key)}
                onChange={(value) => set(field.key, value)}
              />
            ) : rightOf(surroundings, field.key) === "EDIT" ? (
              <TableInput
                key={field.key}
                field={field}
                live={live}
                prefix={prefix}
                onChange={(update) =>
                  onChange((before) => {
                    const rows = update((before[field.key] as Row[] | undefined) ?? []);
                    return { ...before, [field.key]: rows.length === 0 ? undefined : rows };
                  })
                }
              />
            ) : (
              <div key={field.key} className={css.field}>
                <span className={css.label}>{field.label}</span>
                <ReadTable field={field} live={live} />
              </div>
            ),
          )}
      </div>
    </FormContext>
  );
}

/** Brings the first field that is wrong into sight and puts the cursor there. */
function showFirst(box: HTMLElement | null, flaws: Readonly<Record<string, unknown>>) {
  const fields = [...(box?.querySelectorAll<HTMLElement>("[data-field]") ?? [])];
  const first = fields.find((each) => Object.hasOwn(flaws, each.dataset.field ?? ""));
  first?.scrollIntoView({ block: "center" });
  first?.querySelector<HTMLElement>("input:not([type=file]), textarea, button")?.focus({ preventScroll: true });
}

/** Who opens a form, and on which day of the company: for defaults that say TODAY or ME. */
export interface Opening {
  today: string;
  member: number | null;
  department: number | null;
}

/** What a new form starts with, where the server has not said it. */
export function initialValues(form: FormDefinition, opening?: Opening): FormValues {
  const values: FormValues = {};
  for (const field of form.fields) {
    const start = startOf(field, opening);
    if (start !== undefined) values[field.key] = start;
    else if (field.kind === "TABLE" && field.required) values[field.key] = [{}];
  }
  return values;
}

function startOf({ kind, precision, default: value }: Field, opening: Opening | undefined): FieldValue | undefined {
  if (value === undefined || value === null) return undefined;
  if (kind === "DATE" && value === "TODAY") {
    const parts = { DAY: "", HALF_DAY: " AM", MINUTE: "T09:00" };
    return opening && `${opening.today}${parts[precision ?? "DAY"]}`;
  }
  if (value !== "ME") return value;
  if (kind !== "MEMBER" && kind !== "DEPARTMENT") return value;
  const id = kind === "MEMBER" ? opening?.member : opening?.department;
  return id == null ? undefined : [id];
}
