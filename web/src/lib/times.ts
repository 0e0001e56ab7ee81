import type { Locale } from "@/api/types";

const DAY_MS = 24 * 60 * 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  let found = formats.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(locale, options);
    formats.set(key, found);
  }
  return found;
}

function dayNumber(date: Date): number {
  return Math.floor((date.getTime() - date.getTimezoneOffset() * 60_000) / DAY_MS);
}

/** "09:12" in both languages. */
export function clock(at: string | Date, locale: Locale): string {
  return format(locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(new Date(at));
}

/** "今天", "昨天", "周二", "11月3日", "2025年11月3日" and their English kin. */
export function day(at: string | Date, locale: Locale, now: Date = new Date()): string {
  const date = new Date(at);
  const ago = dayNumber(now) - dayNumber(date);
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  if (ago === 0 || ago === 1) return capital(relative.format(-ago, "day"));
  if (ago > 1 && ago < 7) return format(locale, { weekday: "short" }).format(date);
  if (date.getFullYear() === now.getFullYear()) {
    return format(locale, { month: locale === "zh-CN" ? "long" : "short", day: "numeric" }).format(date);
  }
  return format(locale, { year: "numeric", month: locale === "zh-CN" ? "long" : "short", day: "numeric" }).format(date);
}

/** As people say it: "今天 09:12", "Tue 14:05". */
export function dayAndClock(at: string | Date, locale: Locale, now: Date = new Date()): string {
  return `${day(at, locale, now)} ${clock(at, locale)}`;
}

/** For rows of a list: the clock today, else the day. */
export function short(at: string | Date, locale: Locale, now: Date = new Date()): string {
  return dayNumber(now) === dayNumber(new Date(at)) ? clock(at, locale) : day(at, locale, now);
}

/** Absolute, for tooltips: "2026-11-22 09:12:05". */
export function absolute(at: string | Date): string {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

export function sameDay(one: string, other: string): boolean {
  return dayNumber(new Date(one)) === dayNumber(new Date(other));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
