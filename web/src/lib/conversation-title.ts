import { nameOf } from "@/api/people";
import type { Conversation } from "@/api/types";
import type { Translate } from "./i18n";

/** An app speaks here, and nobody else. */
export function isApp(info: Conversation): boolean {
  return info.peer?.kind === "BOT";
}

/** The thread of a customer with whoever serves him: an employee's customers, not his colleagues. */
export function isThread(info: Conversation): boolean {
  return info.kind === "CUSTOMER";
}

/** A conversation's name: the group's title, else the people in it. */
export function titleOf(info: Conversation, t: Translate): string {
  if (info.kind !== "GROUP") return info.peer ? nameOf(info.peer) : info.title || t("messaging.direct");
  if (info.title) return info.title;
  const names = (info.faces ?? []).map(nameOf).join(t("messaging.comma"));
  return names || t("messaging.group");
}

/** Whether somebody who types this may mean the conversation. */
export function conversationMatches(info: Conversation, query: string, t: Translate): boolean {
  return titleOf(info, t).toLowerCase().includes(query.toLowerCase());
}
