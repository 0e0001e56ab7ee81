import DecimalLight from "decimal.js-light";

/** Numbers as the server counts: 34 digits, rounded half up; never a binary fraction. */
export const Decimal = DecimalLight.clone({ precision: 34, rounding: DecimalLight.ROUND_HALF_UP });
export type Decimal = InstanceType<typeof DecimalLight>;

/** As many digits as the server takes. */
const PLAIN = /^-?\d{1,20}(\.\d{1,10})?$/;

/** The number that a text says, as people type it: spaces, full-width digits and thousands marks are overlooked. */
export function readDecimal(text: unknown): Decimal | null {
  if (typeof text !== "string" && typeof text !== "number") return null;
  const plain = cleanNumber(String(text));
  return PLAIN.test(plain) ? new Decimal(plain) : null;
}

/** What was typed without thousands marks and with ordinary digits; still text, maybe no number. */
export function cleanNumber(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\s,_']/g, "")
    .replace(/^\+/, "")
    .replace(/^\./, "0.")
    .replace(/^-\./, "-0.")
    .replace(/\.$/, "");
}

export function rounded(value: Decimal, decimals: number): string {
  return value.toDecimalPlaces(decimals, DecimalLight.ROUND_HALF_UP).toFixed(decimals);
}

/** "1234.5" → "1,234.5"; with `decimals` that many digits behind the point. */
export function grouped(text: string, decimals?: number | null): string {
  const value = readDecimal(text);
  if (value === null) return text;
  const plain = decimals === undefined || decimals === null ? value.toFixed() : rounded(value, decimals);
  const [whole = "", part] = plain.split(".");
  const marked = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return part === undefined ? marked : `${marked}.${part}`;
}
