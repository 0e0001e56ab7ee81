import { bringCatalogue } from "@/lib/i18n";

/** The words of approvals, awaited by their pages and cards before they are drawn. */
export function bringApprovalWords(): Promise<void> {
  return bringCatalogue(catalogue);
}

const catalogue = (locale: string) =>
  locale === "zh-CN" ? import("@/i18n/zh-approval") : import("@/i18n/en-approval");
