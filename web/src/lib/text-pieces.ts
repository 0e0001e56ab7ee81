/** A stretch of a message's text; `from` is its place, good as a key. */
export type Piece = { from: number; text: string } & (
  | { kind: "text" }
  | { kind: "link"; href: string }
  | { kind: "mention"; me: boolean }
);

const LINK = /https?:\/\/[^\s<>"'，。；、！？）】》]+/giu;
/** Punctuation at the end belongs to the sentence, not to the address. */
const TAIL = /[.,;:!?)\]}'"]+$/u;
export const EVERYONE = ["所有人", "everyone"] as const;

interface Name {
  name: string;
  me: boolean;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** Splits a text into links, mentions and the rest. Only names that are really mentioned are marked. */
export function pieces(text: string, names: Name[], everyone: boolean): Piece[] {
  const marks: Piece[] = [];
  for (const found of text.matchAll(LINK)) {
    const link = found[0].replace(TAIL, "");
    marks.push({ kind: "link", from: found.index, text: link, href: link });
  }
  const wanted = [...names, ...(everyone ? EVERYONE.map((name) => ({ name, me: true })) : [])].filter(
    (each) => each.name,
  );
  if (wanted.length > 0) {
    const longestFirst = wanted.map((each) => each.name).sort((one, other) => other.length - one.length);
    const pattern = new RegExp(`@(?:${longestFirst.map(escaped).join("|")})`, "gu");
    for (const found of text.matchAll(pattern)) {
      const me = wanted.some((each) => each.me && `@${each.name}` === found[0]);
      marks.push({ kind: "mention", from: found.index, text: found[0], me });
    }
  }
  return between(text, marks);
}

function between(text: string, marks: Piece[]): Piece[] {
  const result: Piece[] = [];
  let at = 0;
  for (const mark of marks.sort((one, other) => one.from - other.from)) {
    if (mark.from < at) continue;
    if (mark.from > at) result.push({ kind: "text", from: at, text: text.slice(at, mark.from) });
    result.push(mark);
    at = mark.from + mark.text.length;
  }
  if (at < text.length) result.push({ kind: "text", from: at, text: text.slice(at) });
  return result;
}
