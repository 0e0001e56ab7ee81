const ROW = 64;
const EMPTY = 320;

/** A list is as high as its rows, and scrolls when they are many. */
export function listHeight(rows: number): string {
  return rows === 0 ? `${EMPTY}px` : `min(60vh, ${rows * ROW + 8}px)`;
}
