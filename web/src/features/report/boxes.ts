import type { ReportBox } from "@/api/report-types";

export const BOXES: readonly ReportBox[] = ["RECEIVED", "SENT", "ALL"];

export function isBox(text: unknown): text is ReportBox {
  return BOXES.includes(text as ReportBox);
}

/** "2026-11-27", as addresses carry it. */
export function isDay(text: unknown): text is string {
  return typeof text === "string" && /^\d{4}-\d{2}-\d{2}$/.test(text);
}
