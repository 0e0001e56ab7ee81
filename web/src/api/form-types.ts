/** The shapes of docs/decisions/0014: a form is a list of fields, a filled form an object from keys to values. */
export const FIELD_KINDS = [
  "TEXT",
  "LONG_TEXT",
  "NUMBER",
  "AMOUNT",
  "CHOICE",
  "CHOICES",
  "DATE",
  "DATE_RANGE",
  "MEMBER",
  "DEPARTMENT",
  "PHONE",
  "ID_NUMBER",
  "ATTACHMENT",
  "PHOTO",
  "TABLE",
  "NOTE",
  "FORMULA",
  "APPROVAL",
  "LOCATION",
  "RATING",
  "SIGNATURE",
  "SERIAL",
  "EXTERNAL",
] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

export type Precision = "DAY" | "HALF_DAY" | "MINUTE";
export type RangeLength = "DAYS" | "WORK_DAYS" | "HOURS";
export type SerialReset = "NEVER" | "YEAR" | "MONTH" | "DAY";

export interface Option {
  id: string;
  label: string;
}

/** One field; which of the options below it has depends on its kind. */
export interface Field {
  key: string;
  kind: FieldKind;
  label: string;
  help?: string | null;
  required?: boolean | null;
  default?: FieldValue | null;
  visibleIf?: Condition | null;
  printable?: boolean | null;
  maxLength?: number | null;
  unit?: string | null;
  decimals?: number | null;
  min?: string | null;
  max?: string | number | null;
  currency?: string | null;
  capitals?: boolean | null;
  options?: Option[] | null;
  precision?: Precision | null;
  length?: RangeLength | null;
  many?: boolean | null;
  cameraOnly?: boolean | null;
  columns?: Field[] | null;
  totals?: string[] | null;
  text?: string | null;
  expression?: string | null;
  templates?: number[] | null;
  radiusMetres?: number | null;
  prefix?: string | null;
  digits?: number | null;
  reset?: SerialReset | null;
}

export interface FormDefinition {
  fields: Field[];
}

export interface DateRange {
  from?: string;
  to?: string;
  /** Computed by the server; the browser shows its own guess for days and hours. */
  length?: string;
}

export interface Place {
  /** Degrees as decimal strings; the server takes numbers too. */
  lat?: string | number | null;
  lng?: string | number | null;
  name: string;
  accuracy?: string | number | null;
  /** Where the device was; needed when the place may only be near it. */
  device?: { lat: string | number; lng: string | number } | null;
}

export interface Outsider {
  name: string;
  company?: string;
  phone?: string;
}

export type Row = Record<string, FieldValue | undefined>;
export type FieldValue = string | number | (string | number)[] | DateRange | Place | Outsider | Row[];
export type FormValues = Record<string, FieldValue | undefined>;

export type FieldRight = "HIDDEN" | "READ" | "EDIT";
/** Key → what the person may do with the field; what is not named may be edited. Columns are named `table.column`. */
export type FieldRights = Readonly<Record<string, FieldRight>>;

export const OPS = [
  "IS",
  "IS_NOT",
  "LESS",
  "AT_MOST",
  "MORE",
  "AT_LEAST",
  "BETWEEN",
  "ANY_OF",
  "ALL_OF",
  "CONTAINS",
  "EMPTY",
  "FILLED",
] as const;
export type Op = (typeof OPS)[number];

export interface Test {
  subject: string;
  op: Op;
  values: string[];
}

export interface Group {
  all: Test[];
}

/** Holds when any of its groups holds; a group holds when all of its tests do. */
export interface Condition {
  any: Group[];
}

/** What is wrong with a value; the code is translated under `forms.flaw`. Paths are `amount`, in a table `items[2].amount`. */
export interface Flaw {
  code: string;
  params?: Record<string, unknown>;
}
export type Flaws = Readonly<Record<string, Flaw>>;
