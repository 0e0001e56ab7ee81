import type { Locale } from "@/api/types";

/** "¥0.05": prices and costs are kept in fen. */
export function money(fen: number, locale: Locale): string {
  return (fen / 100).toLocaleString(locale, { style: "currency", currency: "CNY", currencyDisplay: "narrowSymbol" });
}

export function fenOf(yuan: number | null | undefined): number | null {
  return yuan === null || yuan === undefined ? null : Math.round(yuan * 100);
}
