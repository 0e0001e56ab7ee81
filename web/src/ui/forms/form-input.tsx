import type { ComponentType } from "react";
import type { FieldKind } from "@/api/form-types";
import { useSurroundings } from "./form-context";
import css from "./forms.module.css";
import { ChoiceInput, ChoicesInput, RatingInput } from "./input-choice";
import { DateInput, DateRangeInput } from "./input-dates";
import { FilesInput } from "./input-files";
import { DepartmentInput, MemberInput } from "./input-people";
import { LocationInput, OutsiderInput } from "./input-place";
import { SignatureInput } from "./input-signature";
import { LongTextInput, NumberInput, TextInput } from "./input-words";
import { type InputProps, numbersOf } from "./inputs";

/** What is filled in by one input; tables, notes and computed fields are drawn elsewhere. */
const INPUTS: Partial<Record<FieldKind, ComponentType<InputProps>>> = {
  TEXT: TextInput,
  LONG_TEXT: LongTextInput,
  NUMBER: NumberInput,
  AMOUNT: NumberInput,
  CHOICE: ChoiceInput,
  CHOICES: ChoicesInput,
  DATE: DateInput,
  DATE_RANGE: DateRangeInput,
  MEMBER: MemberInput,
  DEPARTMENT: DepartmentInput,
  PHONE: TextInput,
  ID_NUMBER: TextInput,
  ATTACHMENT: FilesInput,
  PHOTO: FilesInput,
  APPROVAL: ApprovalsInput,
  LOCATION: LocationInput,
  RATING: RatingInput,
  SIGNATURE: SignatureInput,
  EXTERNAL: OutsiderInput,
};

/** Kinds whose label points at one control; the others name a group. */
const SINGLE = new Set<FieldKind>(["TEXT", "LONG_TEXT", "NUMBER", "AMOUNT", "DATE", "PHONE", "ID_NUMBER"]);

export function labelsOneControl(kind: FieldKind): boolean {
  return SINGLE.has(kind);
}

export function FormInput(props: InputProps) {
  const Input = INPUTS[props.field.kind];
  return Input ? <Input {...props} /> : null;
}

function ApprovalsInput({ field, labelId, value, onChange }: InputProps) {
  const { approvals } = useSurroundings();
  return (
    <fieldset className={css.group} aria-labelledby={labelId}>
      {approvals?.({
        field,
        label: field.label,
        value: numbersOf(value),
        onChange: (ids) => onChange(ids.length === 0 ? undefined : ids),
      })}
    </fieldset>
  );
}
