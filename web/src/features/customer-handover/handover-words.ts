import { bringCatalogue } from "@/lib/i18n";

/** The words of hand-overs, awaited by the page and the dialog before they are drawn. */
export function bringHandoverWords(): Promise<void> {
  return bringCatalogue(catalogue);
}

const catalogue = (locale: string) =>
  locale === "zh-CN" ? import("@/i18n/zh-handover") : import("@/i18n/en-handover");
