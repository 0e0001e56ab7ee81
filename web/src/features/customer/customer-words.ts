import { bringCatalogue } from "@/lib/i18n";

/** The words of customers, awaited by their pages and by the panel beside a chat before they are drawn. */
export function bringCustomerWords(): Promise<void> {
  return bringCatalogue(catalogue);
}

const catalogue = (locale: string) =>
  locale === "zh-CN" ? import("@/i18n/zh-customer") : import("@/i18n/en-customer");
