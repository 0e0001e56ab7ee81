import type { Day } from "./use-calendar";

export interface Month {
  /** 1 to 12 */
  month: number;
  /** Six or fewer weeks from Monday to Sunday; null outside of the month. */
  weeks: (Day | null)[][];
}

const DAY_MS = 24 * 60 * 60_000;

/** A date without a zone, as noon of nowhere: arithmetic on it knows no change of clocks. */
function asUtc(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}

/** Monday is 0. */
export function weekdayOf(date: string): number {
  return (asUtc(date).getUTCDay() + 6) % 7;
}

export function months(days: readonly Day[]): Month[] {
  const all: Month[] = [];
  for (const day of days) {
    const month = Number(day.date.slice(5, 7));
    let current = all.at(-1);
    if (current?.month !== month) {
      current = { month, weeks: [] };
      all.push(current);
    }
    const weekday = weekdayOf(day.date);
    if (weekday === 0 || current.weeks.length === 0) current.weeks.push(Array<Day | null>(7).fill(null));
    const week = current.weeks.at(-1);
    if (week) week[weekday] = day;
  }
  return all;
}

function plusDays(date: string, count: number): string {
  return new Date(asUtc(date).getTime() + count * DAY_MS).toISOString().slice(0, 10);
}

/** The same day of another month, or that month's last one. */
function plusMonths(date: string, count: number): string {
  const at = asUtc(date);
  const first = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + count, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(at.getUTCDate(), last));
  return first.toISOString().slice(0, 10);
}

const STEPS: Readonly<Record<string, (date: string) => string>> = {
  ArrowLeft: (date) => plusDays(date, -1),
  ArrowRight: (date) => plusDays(date, 1),
  ArrowUp: (date) => plusDays(date, -7),
  ArrowDown: (date) => plusDays(date, 7),
  Home: (date) => plusDays(date, -weekdayOf(date)),
  End: (date) => plusDays(date, 6 - weekdayOf(date)),
  PageUp: (date) => plusMonths(date, -1),
  PageDown: (date) => plusMonths(date, 1),
};

/** Where a key leads from a day; null when it is no key of ours. Stays within the year. */
export function step(key: string, date: string): string | null {
  const next = STEPS[key]?.(date);
  if (next === undefined) return null;
  return next.slice(0, 4) === date.slice(0, 4) ? next : date;
}
