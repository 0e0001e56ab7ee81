export type Place = "nickname" | "employee";

interface Part {
  key: number;
  place: Place | null;
  said: string;
}

/** A text in pieces: what is said, and the places where names come in. */
export function partsOf(text: string): Part[] {
  return text.split(/\{(nickname|employee)\}/).flatMap((piece, key): Part[] => {
    if (key % 2 === 1) return [{ key, place: piece as Place, said: "" }];
    return piece === "" ? [] : [{ key, place: null, said: piece }];
  });
}
