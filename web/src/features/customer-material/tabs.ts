export const PRODUCT_TABS = ["album", "cards", "statistics"] as const;
export type ProductTab = (typeof PRODUCT_TABS)[number];

export function isProductTab(value: unknown): value is ProductTab {
  return PRODUCT_TABS.some((tab) => tab === value);
}
