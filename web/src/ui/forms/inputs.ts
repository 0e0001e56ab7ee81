import type { Field, FieldValue } from "@/api/form-types";

/** What every input gets. The caller draws label, help and flaw and ties them together by ids. */
export interface InputProps {
  field: Field;
  id: string;
  labelId: string;
  describedBy: string | undefined;
  invalid: boolean;
  value: FieldValue | undefined;
  /** May come late (an upload): it applies to what the form holds by then. */
  onChange: (value: FieldValue | undefined) => void;
}

export function ariaOf({ field, describedBy, invalid }: InputProps) {
  return {
    "aria-required": field.required ? true : undefined,
    "aria-invalid": invalid || undefined,
    "aria-describedby": describedBy,
  };
}

export function numbersOf(value: FieldValue | undefined): number[] {
  return Array.isArray(value) ? value.filter((each): each is number => typeof each === "number") : [];
}

export function textOf(value: FieldValue | undefined): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
