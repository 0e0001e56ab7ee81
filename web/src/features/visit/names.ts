import type { Entry } from "@/api/types";
import type { VisitMe } from "@/api/visit-types";
import type { Say } from "./words";

/** How an author is called: everybody of the company who serves or served in one of the threads. */
export function nameOf(me: VisitMe | null, id: number, t: Say): string {
  if (me?.ids.includes(id)) return t("you");
  for (const { person, people } of me?.threads ?? []) {
    if (person.id === id) return person.name;
    const before = people.find((each) => each.id === id);
    if (before) return before.name;
  }
  return t("chat.someone");
}

/** Contacts that turned out to be this one keep what they said: it is the customer's own all the same. */
export function asOwn(entries: Entry[], me: VisitMe | null): Entry[] {
  if (!me || me.ids.length < 2) return entries;
  return entries.map((entry) => (me.ids.includes(entry.sender) ? { ...entry, sender: me.id } : entry));
}

/** One line for announcements and titles. */
export function excerpt(entry: Pick<Entry, "kind" | "body">, t: Say): string {
  if (entry.kind === "IMAGE") return t("file.picture");
  const { file, card, text } = entry.body;
  if (file) return isVoice(file.type) ? t("file.voice") : file.name;
  return card ? card.title : (text ?? "").replace(/\s+/g, " ").slice(0, 200);
}

export function isVoice(type: string): boolean {
  return type.startsWith("audio/");
}
