import type { DateRange, Field, Precision, RangeLength } from "@/api/form-types";
import { Decimal } from "./decimals";

const DAY_MS = 86_400_000;
const MOST_DAYS = 3_660;

/** Days since 1970-01-01 of "2026-11-27", "2026-11-27 AM", "2026-11-27T09:30"; null when it is no date. */
export function dayNumber(text: unknown): number | null {
  const at = instant(text);
  return at === null ? null : Math.floor(at / DAY_MS);
}

/** Milliseconds as if the company's clock were UTC: only differences count. A half day begins at 0 or at 12 o'clock. */
function instant(text: unknown): number | null {
  if (typeof text !== "string") return null;
  const found = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)| (AM|PM))?$/.exec(text);
  if (!found) return null;
  const at = Date.parse(`${found[1]}T${found[2] ?? (found[3] === "PM" ? "12:00" : "00:00")}:00Z`);
  return Number.isNaN(at) ? null : at;
}

/** The end comes after the beginning, and not years later. */
export function isOrdered(range: DateRange, precision: Precision): boolean {
  const from = instant(range.from);
  const to = instant(range.to);
  if (from === null || to === null) return true;
  return (precision === "MINUTE" ? from < to : from <= to) && to - from < MOST_DAYS * DAY_MS;
}

/**
 * How long a range is, both ends included: whole days, half days, or exact hours. Null for working days: only the server knows
 * the company's calendar.
 */
export function rangeLength(range: DateRange, precision: Precision, unit: RangeLength): string | null {
  const from = instant(range.from);
  const to = instant(range.to);
  if (from === null || to === null || to < from || unit === "WORK_DAYS") return null;
  const open = precision === "MINUTE" ? 0 : precision === "HALF_DAY" ? DAY_MS / 2 : DAY_MS;
  const parts = new Decimal(to - from + open).div(unit === "HOURS" ? 3_600_000 : DAY_MS);
  return parts.toDecimalPlaces(2).toFixed();
}

/** What a range is counted in when nothing was chosen. */
export function lengthUnit(field: Pick<Field, "precision" | "length">): RangeLength {
  return field.length ?? (field.precision === "MINUTE" ? "HOURS" : "DAYS");
}

/** The units that fit how fine a range is. */
export function unitsOf(precision: Precision): RangeLength[] {
  return precision === "MINUTE" ? ["HOURS", "DAYS"] : ["DAYS", "WORK_DAYS"];
}

/** "2026-11-27 AM" → its two parts. */
export function halfDay(text: string | undefined): { day: string; half: "AM" | "PM" } {
  const [day = "", half] = (text ?? "").split(" ");
  return { day, half: half === "PM" ? "PM" : "AM" };
}
