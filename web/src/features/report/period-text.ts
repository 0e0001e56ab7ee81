import type { ReportPeriod } from "@/api/report-types";
import type { Locale } from "@/api/types";

const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
  formats.set(key, known);
  return known;
}

/** A period as people say it: "11月27日周五", "11月23日 – 11月29日", "2026年11月". */
export function periodText({ cycle, from, to }: Pick<ReportPeriod, "cycle" | "from" | "to">, locale: Locale): string {
  const start = new Date(`${from}T00:00:00Z`);
  if (cycle === "MONTH") return format(locale, { year: "numeric", month: "long" }).format(start);
  const month = locale === "zh-CN" ? "long" : "short";
  if (cycle === "WEEK") {
    const end = new Date(`${to}T00:00:00Z`);
    const day = format(locale, { month, day: "numeric" });
    return `${day.format(start)} – ${day.format(end)}`;
  }
  return format(locale, { month, day: "numeric", weekday: "short" }).format(start);
}
