const MOST = "60vh";
const LEAST_PX = 160;

/** A list that scrolls for itself is as high as its rows, until it fills most of the window. */
export function boxHeight(rows: number, rowPx: number): string {
  return `min(${MOST}, ${Math.max(LEAST_PX, rows * rowPx + 2)}px)`;
}
