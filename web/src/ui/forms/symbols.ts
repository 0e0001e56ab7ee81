const SYMBOLS: Record<string, string> = { CNY: "¥", USD: "$", EUR: "€", HKD: "HK$", JPY: "¥", GBP: "£" };
export const CURRENCIES = Object.keys(SYMBOLS);

export function symbolOf(currency: string | null | undefined): string {
  return SYMBOLS[currency ?? "CNY"] ?? currency ?? "";
}
