import { createContext, type ReactNode, useContext } from "react";
import type { Field, FieldRight, FieldRights, Flaws } from "@/api/form-types";
import type { StoredFile } from "@/api/types";

/** How files of a filled form are looked at; what they may be reached by is the business of who shows the form. */
export interface FormFiles {
  known: readonly StoredFile[];
  /** An address that is good for a short time. */
  address: (id: number, thumbnail: boolean) => Promise<string>;
}

export interface ApprovalsProps {
  field: Field;
  value: number[];
  /** Absent when it can only be read. */
  onChange?: (value: number[]) => void;
  label: string;
}

export interface FormSurroundings {
  rights: FieldRights;
  /** The right to fields that `rights` does not name: EDIT for who fills the form in, READ for who decides about it. */
  otherwise: FieldRight;
  flaws: Flaws;
  files: FormFiles | null;
  /** Draws the field for related approvals: approvals bring it, reports have none. */
  approvals: ((props: ApprovalsProps) => ReactNode) | null;
  /** Names for kinds that cannot work here, as in the designer's preview: nothing is uploaded or looked up. */
  preview: boolean;
}

export const NOTHING_AROUND: FormSurroundings = {
  rights: {},
  otherwise: "EDIT",
  flaws: {},
  files: null,
  approvals: null,
  preview: false,
};

export const FormContext = createContext<FormSurroundings>(NOTHING_AROUND);

export function useSurroundings(): FormSurroundings {
  return useContext(FormContext);
}

const ORDER: FieldRight[] = ["HIDDEN", "READ", "EDIT"];

/** A column that is not named has the right of its table, and never more. */
export function rightOf(
  { rights, otherwise }: Pick<FormSurroundings, "rights" | "otherwise">,
  path: string,
): FieldRight {
  const whole = rights[path.split(".", 1)[0] ?? path] ?? otherwise;
  const own = rights[path] ?? whole;
  return ORDER.indexOf(own) < ORDER.indexOf(whole) ? own : whole;
}
