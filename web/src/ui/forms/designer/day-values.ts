import { dayNumber } from "@/ui/forms/dates";

const DAY_MS = 86_400_000;

/** Conditions compare days as numbers since 1970-01-01; people choose dates. */
export function dayToValue(date: string): string {
  const day = dayNumber(date);
  return day === null ? "" : String(day);
}

export function valueToDay(value: string | undefined): string {
  const day = Number(value);
  return value === undefined || value === "" || !Number.isInteger(day)
    ? ""
    : new Date(day * DAY_MS).toISOString().slice(0, 10);
}
