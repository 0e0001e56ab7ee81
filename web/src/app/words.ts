import { bringCatalogue, type Catalogue } from "@/lib/i18n";

/** Words of pages and cards that few people open: in a file of their own for each language, brought once. */
const words = (catalogue: Catalogue) => () => bringCatalogue(catalogue);

export const bringAccountWords = words((locale) =>
  locale === "zh-CN" ? import("@/i18n/zh-account") : import("@/i18n/en-account"),
);
export const bringApprovalWords = words((locale) =>
  locale === "zh-CN" ? import("@/i18n/zh-approval") : import("@/i18n/en-approval"),
);
export const bringCareWords = words((locale) =>
  locale === "zh-CN" ? import("@/i18n/zh-care") : import("@/i18n/en-care"),
);
export const bringCustomerWords = words((locale) =>
  locale === "zh-CN" ? import("@/i18n/zh-customer") : import("@/i18n/en-customer"),
);
export const bringCustomerGroupWords = words((locale) =>
  locale === "zh-CN" ? import("@/i18n/zh-customer-group") : import("@/i18n/en-customer-group"),
);
export const bringCrmWords = words((locale) =>
  locale === "zh-CN" ? import("@/i18n/zh-crm") : import("@/i18n/en-crm"),
);
export const bringForeignWords = words((locale) =>
  locale === "zh-CN" ? import("@/i18n/zh-foreign") : import("@/i18n/en-foreign"),
);
export const bringGuardWords = words((locale) =>
  locale === "zh-CN" ? import("@/i18n/zh-guard") : import("@/i18n/en-guard"),
);
export const bringHandoverWords = words((locale) =>
  locale === "zh-CN" ? import("@/i18n/zh-handover") : import("@/i18n/en-handover"),
);
export const bringMaterialWords = words((locale) =>
  locale === "zh-CN" ? import("@/i18n/zh-material") : import("@/i18n/en-material"),
);
export const bringMassWords = words((locale) =>
  locale === "zh-CN" ? import("@/i18n/zh-mass") : import("@/i18n/en-mass"),
);
export const bringMomentWords = words((locale) =>
  locale === "zh-CN" ? import("@/i18n/zh-moment") : import("@/i18n/en-moment"),
);
export const bringPrivacyWords = words((locale) =>
  locale === "zh-CN" ? import("@/i18n/zh-privacy") : import("@/i18n/en-privacy"),
);
export const bringReportWords = words((locale) =>
  locale === "zh-CN" ? import("@/i18n/zh-report") : import("@/i18n/en-report"),
);
export const bringSettingsWords = words((locale) =>
  locale === "zh-CN" ? import("@/i18n/zh-settings") : import("@/i18n/en-settings"),
);
export const bringWayWords = words((locale) =>
  locale === "zh-CN" ? import("@/i18n/zh-way") : import("@/i18n/en-way"),
);

/** What is drawn only when its words, and whatever else it needs, are there. */
export async function together<T>(drawn: Promise<T>, ...needed: Promise<unknown>[]): Promise<T> {
  const [pages] = await Promise.all([drawn, ...needed]);
  return pages;
}
