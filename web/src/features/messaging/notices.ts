import i18next from "i18next";
import { nameOf, usePeople } from "@/api/people";
import type { Conversation, Entry } from "@/api/types";
import { titleOf } from "@/lib/conversation-title";
import type { Translate } from "@/lib/i18n";
import { usePreferences } from "@/lib/preferences";
import { messagingState } from "./store";
import { excerpt } from "./words";

let openConversation: (id: number) => void = () => {};

/** Where a click on a notification leads; set by the page that can navigate. */
export function onNoticeClick(open: (id: number) => void) {
  openConversation = open;
}

export function mayAskForNotices(): boolean {
  return "Notification" in window && Notification.permission === "default";
}

/** A browser notification for a new message, when nobody looks at this window and the conversation is not muted. */
export function arrived(info: Conversation, entry: Entry) {
  const { me } = messagingState();
  const counts = ["TEXT", "IMAGE", "FILE", "CARD"].includes(entry.kind);
  if (!counts || entry.sender === me || entry.recalledBy || document.visibilityState === "visible") return;
  if (!("Notification" in window) || Notification.permission !== "granted") return;
  if (!usePreferences.getState().notifications) return;
  const meant = entry.body.mentionAll === true || (entry.body.mentions ?? []).includes(me);
  if (info.muted && !meant) return;
  show(info, entry);
}

function show(info: Conversation, entry: Entry) {
  const t = i18next.t as Translate;
  const name = nameOf(usePeople.getState().cards[entry.sender]);
  const text = excerpt(entry, t);
  const body = info.kind === "GROUP" && name ? t("messaging.saidBy", { name, text }) : text;
  const notice = new Notification(titleOf(info, t), { body, tag: `conversation-${info.id}`, icon: "/icon-192.png" });
  notice.onclick = () => {
    window.focus();
    openConversation(info.id);
    notice.close();
  };
}
