import type { Weekday } from "@/api/way-types";
import { useText } from "@/lib/i18n";
import { WEEKDAYS } from "./way-draft";

/** 2024-01-01 was a Monday. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 24 * 60 * 60_000;

/** The days of the week as the reader calls them. */
export function useWeekdays(): { value: Weekday; label: string }[] {
  const { locale } = useText();
  const format = new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" });
  return WEEKDAYS.map((value, index) => ({ value, label: format.format(new Date(MONDAY + index * DAY_MS)) }));
}
