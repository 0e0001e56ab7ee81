import { bringCatalogue } from "@/lib/i18n";

/** The words of other systems' tasks, awaited by their page and card before they are drawn. */
export function bringForeignWords(): Promise<void> {
  return bringCatalogue(catalogue);
}

const catalogue = (locale: string) => (locale === "zh-CN" ? import("@/i18n/zh-foreign") : import("@/i18n/en-foreign"));
