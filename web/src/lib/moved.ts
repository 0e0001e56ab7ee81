/** The list with what stands at a place moved up (-1) or down (1). */
export function moved<T>(list: readonly T[], place: number, by: number): T[] {
  const next = [...list];
  next.splice(place + by, 0, ...next.splice(place, 1));
  return next;
}
