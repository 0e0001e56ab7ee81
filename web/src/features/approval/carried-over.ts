import type { FormDefinition, FormValues } from "@/api/form-types";

const COMPUTED = new Set(["FORMULA", "SERIAL", "NOTE"]);

/** Values of an earlier run for the form as it is now: fields that are gone or changed their kind are left out by key. */
export function carriedOver(form: FormDefinition, before: FormValues, initial: FormValues): FormValues {
  const values: FormValues = { ...initial };
  for (const field of form.fields) {
    if (!COMPUTED.has(field.kind) && before[field.key] !== undefined) values[field.key] = before[field.key];
  }
  return values;
}
