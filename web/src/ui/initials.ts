const HAN = /\p{Script=Han}/u;

/** The last two characters of a Chinese name, else up to two initials. */
export function initials(name: string): string {
  const letters = [...name.trim()].filter((letter) => !/[()（）\s·.]/u.test(letter) || letter === " ");
  const text = letters.join("");
  if (HAN.test(text)) {
    const han = [...text].filter((letter) => HAN.test(letter));
    return han.slice(-2).join("");
  }
  const words = text.split(/\s+/).filter((word) => word !== "");
  const first = [...(words[0] ?? "?")][0] ?? "?";
  const last = words.length > 1 ? ([...(words.at(-1) ?? "")][0] ?? "") : "";
  return (first + last).toUpperCase();
}
