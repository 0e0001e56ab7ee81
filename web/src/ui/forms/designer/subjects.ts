import type { Field, FieldKind, Op, Option } from "@/api/form-types";

/** How the values of a test are entered. */
export type SubjectShape = "number" | "day" | "option" | "options" | "member" | "department" | "role" | "text" | "any";

/** Something a condition can ask for. */
export interface Subject {
  subject: string;
  label: string;
  shape: SubjectShape;
  options?: Option[];
}

const SHAPES: Partial<Record<FieldKind, SubjectShape>> = {
  TEXT: "text",
  LONG_TEXT: "text",
  PHONE: "text",
  ID_NUMBER: "text",
  NUMBER: "number",
  AMOUNT: "number",
  FORMULA: "number",
  RATING: "number",
  DATE: "day",
  CHOICE: "option",
  CHOICES: "options",
  MEMBER: "member",
  DEPARTMENT: "department",
};

const NUMBER_OPS: Op[] = ["MORE", "AT_LEAST", "LESS", "AT_MOST", "IS", "BETWEEN", "FILLED", "EMPTY"];
export const OPS_OF: Record<SubjectShape, Op[]> = {
  number: NUMBER_OPS,
  day: NUMBER_OPS,
  option: ["ANY_OF", "IS_NOT", "FILLED", "EMPTY"],
  options: ["ANY_OF", "ALL_OF", "IS", "FILLED", "EMPTY"],
  member: ["ANY_OF", "ALL_OF", "FILLED", "EMPTY"],
  department: ["ANY_OF", "ALL_OF", "FILLED", "EMPTY"],
  role: ["ANY_OF", "ALL_OF"],
  text: ["CONTAINS", "IS", "IS_NOT", "FILLED", "EMPTY"],
  any: ["FILLED", "EMPTY"],
};

type Part = "length" | "rows" | "from" | "to";

/** What the fields of a form offer to conditions: values, lengths and ends of ranges, rows and totals of tables. */
export function fieldSubjects(
  fields: readonly Field[],
  part: (label: string, part: Part) => string,
  but?: string,
): Subject[] {
  return fields.filter((field) => field.key !== but).flatMap((field) => subjectsOfField(field, part));
}

function subjectsOfField(field: Field, part: (label: string, part: Part) => string): Subject[] {
  const { key, label } = field;
  if (field.kind === "NOTE") return [];
  if (field.kind === "TABLE") {
    const columns = (field.columns ?? []).flatMap((column) => subjectsOfField(column, part));
    return [
      { subject: key, label: part(label, "rows"), shape: "number" },
      ...columns
        .filter(({ subject }) => !subject.includes("."))
        .map((column) => ({ ...column, subject: `${key}.${column.subject}`, label: `${label} · ${column.label}` })),
    ];
  }
  if (field.kind === "DATE_RANGE")
    return [
      { subject: key, label: part(label, "length"), shape: "number" },
      { subject: `${key}.from`, label: part(label, "from"), shape: "day" },
      { subject: `${key}.to`, label: part(label, "to"), shape: "day" },
    ];
  return [{ subject: key, label, shape: SHAPES[field.kind] ?? "any", options: field.options ?? undefined }];
}

/** Facts about the applicant, which routes may ask for. */
export function applicantSubjects(name: (fact: "member" | "department" | "role") => string): Subject[] {
  return (["department", "role", "member"] as const).map((fact) => ({
    subject: `applicant.${fact}`,
    label: name(fact),
    shape: fact,
  }));
}
