import { bringCatalogue } from "@/lib/i18n";

/** The words of reports, awaited by their pages and cards before they are drawn. */
export function bringReportWords(): Promise<void> {
  return bringCatalogue(catalogue);
}

const catalogue = (locale: string) => (locale === "zh-CN" ? import("@/i18n/zh-report") : import("@/i18n/en-report"));
