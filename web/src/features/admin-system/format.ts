import { fileSize } from "@/lib/sizes";
import type { Unit } from "./charts";

/** A value with its unit, short enough for an axis. */
export function valueText(value: number, unit: Unit, locale: string): string {
  if (unit === "bytes") return fileSize(Math.round(value));
  const digits = unit === "count" ? (value < 10 && value % 1 !== 0 ? 1 : 0) : value >= 100 ? 0 : value >= 10 ? 1 : 2;
  const number = value.toLocaleString(locale, { maximumFractionDigits: digits });
  if (unit === "ms") return `${number} ms`;
  return unit === "rate" ? `${number}/s` : number;
}
