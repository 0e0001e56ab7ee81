const SYMBOLS: Record<string, string> = { CNY: "¥", USD: "$", EUR: "€", HKD: "HK$", JPY: "¥", GBP: "£" };
export const CURRENCIES = Object.keys(SYMBOLS);

export function symbolOf(currency: string | null | undefined): string {
  return SYMBOLS[currency ?? "CNY"] ?? currency ?? "";
}

/** Places behind the point: two for most money, none for yen. */
export function placesOf(currency: string | null | undefined): number {
  const format = new Intl.NumberFormat("en", { style: "currency", currency: currency ?? "CNY" });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

/** Chinese capitals are for Chinese money only. */
export function hasCapitals(field: { capitals?: boolean | null; currency?: string | null }): boolean {
  return field.capitals === true && (field.currency ?? "CNY") === "CNY";
}
