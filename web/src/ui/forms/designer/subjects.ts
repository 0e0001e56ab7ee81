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
  DATE_RANGE: "number",
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

/** What the fields of a form offer to conditions; totals of tables count too. `lengthOf` names the length of a range. */
export function fieldSubjects(fields: readonly Field[], lengthOf: (label: string) => string, but?: string): Subject[] {
  return fields
    .filter((field) => field.key !== but)
    .flatMap((field): Subject[] => {
      if (field.kind === "TABLE") {
        return (field.columns ?? [])
          .filter((column) => SHAPES[column.kind] === "number" && column.kind !== "DATE_RANGE")
          .map((column) => ({
            subject: `${field.key}.${column.key}`,
            label: `${field.label} · ${column.label}`,
            shape: "number",
          }));
      }
      const shape = SHAPES[field.kind];
      if (!shape) return [];
      const label = field.kind === "DATE_RANGE" ? lengthOf(field.label) : field.label;
      return [{ subject: field.key, label, shape, options: field.options ?? undefined }];
    });
}

/** Facts about the applicant, which routes may ask for. */
export function applicantSubjects(name: (fact: "member" | "department" | "role") => string): Subject[] {
  return (["department", "role", "member"] as const).map((fact) => ({
    subject: `applicant.${fact}`,
    label: name(fact),
    shape: fact,
  }));
}
