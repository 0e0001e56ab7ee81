export const WORDS_MAX = 300;

/** Words as they are typed: one a line; empty lines and repeats are none. */
export function wordsOf(text: string): string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== ""))];
}
