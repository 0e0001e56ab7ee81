/** The number of a thing in the address; null where there is none. */
export function idOf(text: string | undefined): number | null {
  const id = Number(text);
  return text !== undefined && Number.isSafeInteger(id) ? id : null;
}
