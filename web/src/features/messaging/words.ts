import { nameOf } from "@/api/people";
import type { Card, Conversation, Entry } from "@/api/types";
import { appName } from "@/lib/app-name";
import { isThread } from "@/lib/conversation-title";
import type { Translate } from "@/lib/i18n";

/** How this module names a person: by id, with the reader's own id known. */
export interface Names {
  me: number;
  of: (id: number) => string;
}

export function namesFrom(cards: Record<number, Card>, me: number, t: Translate): Names {
  return {
    me,
    of: (id) => {
      if (id === me) return t("messaging.you");
      const card = cards[id];
      return card ? nameOf(card) : "…";
    },
  };
}

/** Whose names a system line needs. */
export function peopleIn(entry: Entry): number[] {
  return [entry.sender, ...(entry.body.members ?? []), ...(entry.recalledBy ? [entry.recalledBy.by] : [])];
}

/** One grey sentence about what happened in the group. */
export function systemLine(entry: Entry, t: Translate, names: Names, thread = false): string {
  const { event, by = entry.sender, members = [], memberTotal, title, role, erased } = entry.body;
  if (erased) return t("messaging.erased");
  const shown = members.slice(0, 5).map(names.of).join(t("messaging.comma"));
  const people = members.length > 5 ? t("messaging.andOthers", { names: shown, count: members.length }) : shown;
  const values = { by: names.of(by), people, title, total: memberTotal };
  if (thread) return threadLine(entry, t, values);
  if (event === "ROLE") return t(role === "ADMIN" ? "messaging.system.madeAdmin" : "messaging.system.noAdmin", values);
  if (event === "JOINED" && members.length === 1 && members[0] === by) return t("messaging.system.joinedSelf", values);
  if (event === "CREATED" && members.length === 0) return t("messaging.system.CREATED_ALONE", values);
  return event ? t(`messaging.system.${event}`, values) : "";
}

/** In a customer's thread: who came, who serves now. */
function threadLine(entry: Entry, t: Translate, values: { by: string; people: string }): string {
  switch (entry.body.event) {
    case "MET":
    case "HANDED_OVER":
    case "ERASED":
      return t(`messaging.system.${entry.body.event}`, values);
    case "JOINED":
      return t("messaging.thread.JOINED", values);
    case "LEFT":
    case "REMOVED":
      return t("messaging.thread.LEFT", values);
    default:
      return t("messaging.thread.OTHER", values);
  }
}

export function recalledLine(entry: Entry, t: Translate, names: Names): string {
  const by = entry.recalledBy?.by ?? entry.sender;
  if (by === entry.sender) return t("messaging.recalled", { name: names.of(by) });
  return t("messaging.recalledOther", { name: names.of(by), sender: names.of(entry.sender) });
}

/** One line for the list and for notifications, without the sender. */
export function excerpt(entry: Pick<Entry, "kind" | "body">, t: Translate): string {
  if (entry.kind === "IMAGE") return t("messaging.imageMark");
  if (entry.kind === "FILE") return t("messaging.fileMark", { name: entry.body.file?.name ?? "" });
  const { card } = entry.body;
  if (card) return t("messaging.cardMark", { app: appName(card.type, card.type), title: card.title });
  return (entry.body.text ?? "").replace(/\s+/g, " ").slice(0, 200);
}

/** The newest entry in one line, as the list shows it; recalls show what they did. */
export function lastLine(info: Conversation, t: Translate, names: Names, target?: Entry): string {
  const { last } = info;
  if (!last) return "";
  if (last.kind === "SYSTEM") return systemLine(last, t, names, isThread(info));
  if (last.recalledBy) return recalledLine(last, t, names);
  if (last.kind === "RECALL") {
    return target
      ? recalledLine({ ...target, recalledBy: { seq: last.seq, by: last.sender, at: last.at } }, t, names)
      : t("messaging.recalled", { name: names.of(last.sender) });
  }
  const text = excerpt(last, t);
  if (info.kind === "DIRECT" || last.sender === names.me || last.sender === info.peer?.id) return text;
  return t("messaging.saidBy", { name: names.of(last.sender), text });
}
