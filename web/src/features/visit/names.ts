import type { Entry } from "@/api/types";
import type { VisitMe } from "@/api/visit-types";
import type { Say } from "./words";

/** How an author of the company is called: everybody who serves or served in one of the threads. */
export function nameOf(me: VisitMe | null, id: number, t: Say): string {
  if (me && id === me.id) return t("you");
  return me?.threads.find((each) => each.person.id === id)?.person.name ?? t("chat.someone");
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
