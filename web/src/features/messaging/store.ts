import { create } from "zustand";
import type { SocketState } from "@/api/socket";
import type { Quote, Receipt } from "@/api/types";
import type { ConversationLog } from "@/lib/log";
import { logStore } from "@/lib/log-store";
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

export const { changeLog, putLog, forgetLog, changeOutgoing } = logStore(useMessaging);

export function keepReceipts(conversation: number, items: Receipt[]) {
  useMessaging.setState((store) => ({
    receipts: { ...store.receipts, [conversation]: mergeReceipts(store.receipts[conversation], items) },
  }));
}
