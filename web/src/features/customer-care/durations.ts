import type { Translate } from "@/lib/i18n";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** "35 秒", "12 分钟", "1 小时 5 分", "3 天": as exact as anybody wants to know it. */
export function durationText(seconds: number, t: Translate): string {
  if (seconds < MINUTE) return t("care.time.seconds", { count: Math.round(seconds) });
  if (seconds < HOUR) return t("care.time.minutes", { count: Math.round(seconds / MINUTE) });
  if (seconds < DAY) {
    const hours = Math.floor(seconds / HOUR);
    const minutes = Math.round((seconds - hours * HOUR) / MINUTE);
    return minutes === 0 || minutes === 60
      ? t("care.time.hours", { count: hours + (minutes === 60 ? 1 : 0) })
      : t("care.time.hoursAndMinutes", { hours, minutes });
  }
  return t("care.time.days", { count: Math.floor(seconds / DAY) });
}

/** Working time has no days: 94 hours of it may be two weeks. */
export function workText(minutes: number, t: Translate): string {
  const seconds = minutes * MINUTE;
  return seconds < DAY ? durationText(seconds, t) : t("care.time.hours", { count: Math.floor(seconds / HOUR) });
}

/** How much more or less than before, in percent; null: there was nothing before to compare with. */
export function change(now: number | null, before: number | null): number | null {
  if (now === null || before === null || before === 0) return null;
  return Math.round(((now - before) / before) * 100);
}

/** Minutes with one decimal, for lines of a chart. */
export function minutes(seconds: number | undefined): number | null {
  return seconds === undefined ? null : Math.round(seconds / 6) / 10;
}
