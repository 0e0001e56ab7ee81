/** Told apart in both themes and with colour blindness; the names stand beside them. */
export const SERIES_COLOURS = ["#12908E", "#D9822B", "#6B6FC8", "#C2557A", "#7A8F2F", "#4F8FC0"] as const;

/** The value of one of the product's colours now, for a canvas. */
export function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}
