const formats = new Map<string, Intl.NumberFormat>();

function formatOf(currency: string, locale: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  const known = formats.get(key) ?? new Intl.NumberFormat(locale, { style: "currency", currency });
  formats.set(key, known);
  return known;
}

/** How many places a currency has: two for most, none for yen. */
function placesOf(currency: string): number {
  return formatOf(currency, "en").resolvedOptions().maximumFractionDigits ?? 2;
}

/** "¥128.00" from fen. */
export function moneyText(minor: number, currency: string, locale: string): string {
  return formatOf(currency, locale).format(minor / 10 ** placesOf(currency));
}

/** What somebody typed, in the smallest unit; null when it is no amount of this currency. */
export function minorOf(typed: string, currency: string): number | null {
  const places = placesOf(currency);
  const found = /^(\d{1,13})(?:\.(\d*))?$/.exec(typed.trim().replaceAll(",", ""));
  if (!found || (found[2] ?? "").length > places) return null;
  return Number(`${found[1]}${(found[2] ?? "").padEnd(places, "0")}`);
}

/** The same to be typed on: "128.00". */
export function amountOf(minor: number, currency: string): string {
  const places = placesOf(currency);
  return (minor / 10 ** places).toFixed(places);
}
