import i18next from "i18next";
import { nameOf, usePeople } from "@/api/people";
import { getTelling, type TellView } from "@/api/tell";
import type { Conversation, Entry } from "@/api/types";
import { titleOf } from "@/lib/conversation-title";
import type { Translate } from "@/lib/i18n";
import { usePreferences } from "@/lib/preferences";
import { isTold } from "@/lib/tell-rule";
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

let askTelling: () => Promise<TellView> = getTelling;

/** Where the person's settings come from; set by the page that keeps what the server answered. */
export function tellBy(ask: () => Promise<TellView>) {
  askTelling = ask;
}

/** A browser notification for a new message, when nobody looks at this window and the person wants to be told of it. */
export async function arrived(info: Conversation, entry: Entry) {
  const { me } = messagingState();
  const counts = ["TEXT", "IMAGE", "FILE", "CARD"].includes(entry.kind);
  if (!counts || entry.sender === me || entry.recalledBy || document.visibilityState === "visible") return;
  if (!("Notification" in window) || Notification.permission !== "granted") return;
  if (!usePreferences.getState().notifications) return;
  const mentioned = entry.body.mentionAll === true || (entry.body.mentions ?? []).includes(me);
  const telling = await askTelling().catch(() => null); // without settings nobody is disturbed; the push is the server's
  if (telling && isTold(telling, { direct: info.kind !== "GROUP", mentioned, muted: info.muted })) {
    show(info, entry, telling.settings.preview && !telling.previewHidden);
  }
}

const tagOf = (id: number) => `message-${id}`; // as the server names its pushes: one replaces the other
const shown = new Map<number, Notification>();

function show(info: Conversation, entry: Entry, preview: boolean) {
  const t = i18next.t as Translate;
  const name = nameOf(usePeople.getState().cards[entry.sender]);
  const text = preview ? excerpt(entry, t) : t("messaging.notices.hidden");
  const body = preview && info.kind === "GROUP" && name ? t("messaging.saidBy", { name, text }) : text;
  const notice = new Notification(titleOf(info, t), { body, tag: tagOf(info.id), icon: "/icon-192.png" });
  shown.set(info.id, notice);
  notice.onclick = () => {
    window.focus();
    openConversation(info.id);
    notice.close();
  };
}

/** It was read, here or on another device: what still stands on the screen about it goes. */
export async function closeNotices(id: number) {
  shown.get(id)?.close();
  shown.delete(id);
  if (!("serviceWorker" in navigator)) return;
  const worker = await navigator.serviceWorker.getRegistration("/");
  for (const notice of (await worker?.getNotifications({ tag: tagOf(id) })) ?? []) notice.close();
}
