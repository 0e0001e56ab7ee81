/** What the server wants to be found before it lets one more chat begin. */
export interface Puzzle {
  challenge: string;
  bits: number;
}

/** Leading zero bits of a hash. */
export function zeroBits(hash: Uint8Array): number {
  let bits = 0;
  for (const byte of hash) {
    if (byte > 0) return bits + Math.clz32(byte) - 24;
    bits += 8;
  }
  return bits;
}
