import { create } from "zustand";
import type { SocketState } from "@/api/socket";
import type { Quote, Receipt } from "@/api/types";
import type { ConversationLog } from "@/lib/log";
import type { Outgoing } from "@/lib/outgoing";
import { mergeReceipts } from "./receipts";

export interface Draft {
  text: string;
  mentions: { id: number; name: string }[];
  mentionAll: boolean;
  replyTo: Quote | null;
}

export interface MessagingState {
  me: number;
  /** The first sync has come to its end. */
  ready: boolean;
  connection: SocketState;
  logs: Record<number, ConversationLog>;
  receipts: Record<number, Record<number, Receipt>>;
  outbox: Outgoing[];
  drafts: Record<number, Draft>;
  /** Who is typing in which conversation, until when (ms since 1970). */
  typing: Record<number, { member: number; until: number }>;
  /** The conversation on the screen. */
  open: number | null;
}

export const EMPTY_DRAFT: Draft = { text: "", mentions: [], mentionAll: false, replyTo: null };

export const useMessaging = create<MessagingState>(() => ({
  me: 0,
  ready: false,
  connection: { name: "idle" },
  logs: {},
  receipts: {},
  outbox: [],
  drafts: {},
  typing: {},
  open: null,
}));

export const messagingState = () => useMessaging.getState();

/** Replaces one conversation through a reducer; nothing happens when it is not held. */
export function changeLog(id: number, change: (log: ConversationLog) => ConversationLog) {
  useMessaging.setState((store) => {
    const held = store.logs[id];
    if (!held) return store;
    const next = change(held);
    return next === held ? store : { logs: { ...store.logs, [id]: next } };
  });
}

export function putLog(id: number, change: (held: ConversationLog | undefined) => ConversationLog) {
  useMessaging.setState((store) => ({ logs: { ...store.logs, [id]: change(store.logs[id]) } }));
}

export function forgetLog(id: number) {
  useMessaging.setState((store) => {
    const { [id]: _gone, ...logs } = store.logs;
    return { logs };
  });
}

export function changeOutgoing(key: string, change: Partial<Outgoing> | null) {
  useMessaging.setState((store) => ({
    outbox: store.outbox.flatMap((each) => {
      if (each.key !== key) return [each];
      return change === null ? [] : [{ ...each, ...change }];
    }),
  }));
}

export function keepReceipts(conversation: number, items: Receipt[]) {
  useMessaging.setState((store) => ({
    receipts: { ...store.receipts, [conversation]: mergeReceipts(store.receipts[conversation], items) },
  }));
}
