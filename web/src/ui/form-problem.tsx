import { Form, type FormInstance } from "antd";
import { useEffect, useState } from "react";
import { Problem } from "@/api/http";
import { type Translate, useText } from "@/lib/i18n";
import { fieldText, problemText } from "@/lib/problem-text";
import { ProblemNote } from "./problem-note";

/** Refusal code → the field it is about: `{"directory.phone_taken": "phone"}`. */
export type FieldOfCode = Readonly<Record<string, string>>;

/** Inside an Ant Design form: puts a refusal beside the fields it is about and shows what belongs to no field as a whole. */
export function FormProblem({ error, fields = {} }: { error: unknown; fields?: FieldOfCode }) {
  const { t } = useText();
  const form = Form.useFormInstance();
  const [beside, setBeside] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a refusal is shown once, when it arrives
  useEffect(() => setBeside(error ? showBeside(form, t, error, fields) : false), [error]);
  if (!error || beside) return null;
  return (
    <Form.Item>
      <ProblemNote problem={error} />
    </Form.Item>
  );
}

function showBeside(form: FormInstance, t: Translate, error: unknown, fields: FieldOfCode): boolean {
  if (!(error instanceof Problem)) return false;
  const known = new Set(Object.keys(form.getFieldsValue()));
  const shown = error.errors
    .filter(({ field }) => known.has(field))
    .map(({ field }) => ({ name: field, errors: [fieldText(t, error, field) ?? problemText(t, error)] }));
  const own = fields[error.code];
  if (own && known.has(own)) shown.push({ name: own, errors: [problemText(t, error)] });
  const first = shown[0];
  if (!first) return false;
  form.setFields(shown);
  form.scrollToField(first.name, { focus: true });
  return true;
}
