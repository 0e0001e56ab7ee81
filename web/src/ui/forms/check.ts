import type {
  DateRange,
  Field,
  FieldValue,
  Flaw,
  Flaws,
  FormDefinition,
  FormValues,
  Outsider,
  Place,
} from "@/api/form-types";
import { isOrdered } from "./dates";
import { readDecimal } from "./decimals";
import { type FormSurroundings, rightOf } from "./form-context";
import { isIdNumber, isPhone } from "./id-number";
import { isEmpty, LiveForm } from "./live";
import { placesOf } from "./symbols";

type Rights = Pick<FormSurroundings, "rights" | "otherwise">;

const COMPUTED = new Set(["NOTE", "FORMULA", "SERIAL"]);
export const MOST_ROWS = 100;
export const MOST_LETTERS = { TEXT: 200, LONG_TEXT: 5_000 } as const;
const MOST_PLACES = 10;

/** Names a field in a row of a table as the server does. */
export function flawPath(table: string, row: number, column: string): string {
  return `${table}[${row}].${column}`;
}

/** What would be refused, for comfort before sending: the server judges. Keys are the paths of fields. */
export function checkForm(
  form: FormDefinition,
  values: FormValues,
  around: Rights = { rights: {}, otherwise: "EDIT" },
): Flaws {
  const live = new LiveForm(form.fields, values);
  const flaws: Record<string, Flaw> = {};
  for (const field of form.fields) {
    if (!live.visible(field.key) || rightOf(around, field.key) !== "EDIT") continue;
    const flaw = flawOf(field, live.value(field.key));
    if (flaw) flaws[field.key] = flaw;
    if (field.kind === "TABLE") Object.assign(flaws, tableFlaws(field, live, around));
  }
  return flaws;
}

function tableFlaws(table: Field, live: LiveForm, around: Rights): Record<string, Flaw> {
  const flaws: Record<string, Flaw> = {};
  live.rows(table.key).forEach((row, index) => {
    for (const column of table.columns ?? []) {
      if (!row.visible(column.key) || rightOf(around, `${table.key}.${column.key}`) !== "EDIT") continue;
      const flaw = flawOf(column, row.value(column.key));
      if (flaw) flaws[flawPath(table.key, index, column.key)] = flaw;
    }
  });
  return flaws;
}

/** What is wrong with one value; null when nothing is. */
export function flawOf(field: Field, value: FieldValue | undefined): Flaw | null {
  if (COMPUTED.has(field.kind)) return null;
  if (isEmpty(value)) return field.required ? { code: "required" } : null;
  switch (field.kind) {
    case "TEXT":
    case "LONG_TEXT":
      return tooLong(String(value), field.maxLength ?? MOST_LETTERS[field.kind]);
    case "NUMBER":
    case "AMOUNT":
      return numberFlaw(field, value);
    case "PHONE":
      return isPhone(String(value)) ? null : { code: "not_a_phone" };
    case "ID_NUMBER":
      return isIdNumber(String(value)) ? null : { code: "not_an_id_number" };
    case "DATE_RANGE":
      return rangeFlaw(field, value as DateRange);
    case "LOCATION":
      return placeFlaw(field, value as Place);
    case "EXTERNAL":
      return outsiderFlaw(value as Outsider);
    case "TABLE":
      return (value as unknown[]).length > MOST_ROWS ? { code: "too_many_rows", params: { max: MOST_ROWS } } : null;
    default:
      return null;
  }
}

function tooLong(text: string, max: number): Flaw | null {
  return text.length > max ? { code: "too_long", params: { max } } : null;
}

function numberFlaw(field: Field, value: FieldValue | undefined): Flaw | null {
  const number = readDecimal(value);
  if (number === null) return { code: "not_a_number" };
  const places = field.kind === "AMOUNT" ? placesOf(field.currency) : (field.decimals ?? MOST_PLACES);
  if (number.decimalPlaces() > places) return { code: "too_many_decimals", params: { max: places } };
  const min = readDecimal(field.min);
  if (min && number.lt(min)) return { code: "too_small", params: { min: field.min } };
  const max = readDecimal(field.max);
  return max && number.gt(max) ? { code: "too_large", params: { max: field.max } } : null;
}

function rangeFlaw(field: Field, range: DateRange): Flaw | null {
  if (!range.from || !range.to) return { code: "both_ends" };
  return isOrdered(range, field.precision ?? "DAY") ? null : { code: "bad_range" };
}

function placeFlaw(field: Field, place: Place): Flaw | null {
  if (place.lat == null && place.lng == null && place.name.trim() !== "" && !field.radiusMetres) return null;
  if (place.lat == null || place.lng == null) return { code: "bad_place" };
  return field.radiusMetres && !place.device ? { code: "device_needed" } : null;
}

function outsiderFlaw({ name, phone }: Outsider): Flaw | null {
  if (name.trim() === "") return { code: "name_missing" };
  return phone && !isPhone(phone) ? { code: "not_a_phone" } : null;
}
