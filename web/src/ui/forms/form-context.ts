import { createContext, type ReactNode, useContext } from "react";
import type { StoredFile } from "@/api/types";
import type { Field, FieldRight, FieldRights, Flaws } from "./form-types";

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
  flaws: Flaws;
  files: FormFiles | null;
  /** Draws the field for related approvals: approvals bring it, reports have none. */
  approvals: ((props: ApprovalsProps) => ReactNode) | null;
  /** Names for kinds that cannot work here, as in the designer's preview: nothing is uploaded or looked up. */
  preview: boolean;
}

export const NOTHING_AROUND: FormSurroundings = { rights: {}, flaws: {}, files: null, approvals: null, preview: false };

export const FormContext = createContext<FormSurroundings>(NOTHING_AROUND);

export function useSurroundings(): FormSurroundings {
  return useContext(FormContext);
}

export function rightOf(rights: FieldRights, path: string): FieldRight {
  return rights[path] ?? "EDIT";
}
