/** A key as the server writes it (base64url), as a browser wants it. */
export function keyBytes(text: string): Uint8Array<ArrayBuffer> {
  const base64 = text.replaceAll("-", "+").replaceAll("_", "/");
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/** A subscription made for another key is of no use: the server's keys have changed. */
export function isSameKey(used: ArrayBuffer | null, text: string): boolean {
  if (!used) return false;
  const bytes = new Uint8Array(used);
  const wanted = keyBytes(text);
  return bytes.length === wanted.length && bytes.every((byte, index) => byte === wanted[index]);
}
