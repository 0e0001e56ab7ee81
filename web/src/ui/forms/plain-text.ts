import type { DateRange, Field, FieldValue, Outsider, Place, Precision, Row } from "@/api/form-types";
import type { Translate } from "@/lib/i18n";
import { halfDay, lengthUnit, rangeLength } from "./dates";
import { grouped } from "./decimals";
import { isEmpty } from "./live";
import { placesOf, symbolOf } from "./symbols";

/** A value as one line of text; kinds that need a look-up (people, departments, files) are counted. */
export function plainText(t: Translate, field: Field, value: FieldValue | undefined): string {
  if (isEmpty(value) || value === undefined) return "";
  switch (field.kind) {
    case "NUMBER":
      return `${grouped(String(value))}${field.unit ? ` ${field.unit}` : ""}`;
    case "AMOUNT":
      return `${symbolOf(field.currency)}${grouped(String(value), placesOf(field.currency))}`;
    case "FORMULA":
      return `${field.currency ? symbolOf(field.currency) : ""}${grouped(String(value), field.decimals ?? 2)}${field.unit ? ` ${field.unit}` : ""}`;
    case "CHOICE":
      return optionLabel(field, String(value));
    case "CHOICES":
      return (value as string[]).map((each) => optionLabel(field, each)).join(t("forms.comma"));
    case "DATE":
      return moment(t, String(value), field.precision ?? "DAY");
    case "DATE_RANGE":
      return rangeText(t, field, value as DateRange);
    case "RATING":
      return t("forms.stars", { value: Number(value), max: Number(field.max ?? 5) });
    case "LOCATION":
      return placeText(value as Place);
    case "EXTERNAL":
      return outsiderText(value as Outsider);
    case "TABLE":
      return t("forms.rows", { count: (value as Row[]).length });
    case "MEMBER":
    case "DEPARTMENT":
    case "ATTACHMENT":
    case "PHOTO":
    case "APPROVAL":
      return t("forms.count", { count: (value as unknown[]).length });
    case "SIGNATURE":
      return t("forms.signature.given");
    default:
      return String(value);
  }
}

export function optionLabel(field: Field, id: string): string {
  return field.options?.find((each) => each.id === id)?.label ?? id;
}

function moment(t: Translate, text: string, precision: Precision): string {
  if (precision === "HALF_DAY") {
    const { day, half } = halfDay(text);
    return `${day} ${t(`forms.halves.${half}`)}`;
  }
  return text.replace("T", " ");
}

function rangeText(t: Translate, field: Field, range: DateRange): string {
  const precision = field.precision ?? "DAY";
  const unit = lengthUnit(field);
  const ends = [range.from, range.to].map((end) => (end ? moment(t, end, precision) : "…")).join(" – ");
  const length = range.length ?? rangeLength(range, precision, unit);
  return length ? `${ends} · ${t(`forms.lengths.${unit}`, { length })}` : ends;
}

function placeText({ name, lat, lng }: Place): string {
  return name || `${lat}, ${lng}`;
}

function outsiderText({ name, company, phone }: Outsider): string {
  return [name, company, phone].filter(Boolean).join(" · ");
}
