import { create } from "zustand";
import type { SocketState } from "@/api/socket";
import type { VisitGroup, VisitGroupCode, VisitMe, VisitThread, VisitWait, VisitWay } from "@/api/visit-types";
import type { ConversationLog } from "@/lib/log";
import { logStore } from "@/lib/log-store";
import type { Outgoing } from "@/lib/outgoing";

/** Where the customer is: before the door, at a card, in a thread or waiting for one. */
export type View =
  | { name: "loading" }
  | { name: "closed"; why: "unknown" | "offline" | "blocked" | "erased" }
  | { name: "card" }
  | { name: "chat"; conversation: number }
  /** At the door of a group, or in it. */
  | { name: "group"; conversation: number | null }
  | { name: "wait"; id: number }
  /** What the people show who serve him; from the thread that he goes back to. */
  | { name: "moments"; conversation: number };

export interface Typing {
  member: number;
  until: number;
}

export interface VisitState {
  code: string;
  /** Shown in a frame of another page. */
  embedded: boolean;
  view: View;
  way: VisitWay | null;
  /** What the code in the address leads into. */
  invitation: VisitGroupCode | null;
  me: VisitMe | null;
  groups: VisitGroup[];
  /** The first sync has come to its end. */
  ready: boolean;
  /** What this device has kept is shown: the network has not answered yet. */
  kept: boolean;
  /** Of the server whose logs these are: another one went back to a backup. */
  era: number;
  connection: SocketState;
  logs: Record<number, ConversationLog>;
  outbox: Outgoing[];
  typing: Record<number, Typing>;
  /** Rises when something has moved in his feed. */
  moments: number;
  /** One sentence for the screen reader and the eye, gone after a while. */
  note: string | null;
}

export const useVisit = create<VisitState>(() => ({
  code: "",
  embedded: false,
  view: { name: "loading" },
  way: null,
  invitation: null,
  me: null,
  groups: [],
  ready: false,
  kept: false,
  era: 0,
  connection: { name: "idle" },
  logs: {},
  outbox: [],
  typing: {},
  moments: 0,
  note: null,
}));

export const visitState = () => useVisit.getState();

export function show(view: View) {
  useVisit.setState({ view });
}

export const { changeLog, putLog, forgetLog, changeOutgoing } = logStore(useVisit);

export function threadOf(me: VisitMe | null, conversation: number): VisitThread | undefined {
  return me?.threads.find((each) => each.conversationId === conversation);
}

export function groupOf(groups: VisitGroup[], conversation: number | null): VisitGroup | undefined {
  return groups.find((each) => each.conversationId === conversation);
}

/** Threads, groups and waits: whether there is something to choose from. */
export function choices({ me, groups }: Pick<VisitState, "me" | "groups">): number {
  return (me?.threads.length ?? 0) + (me?.waits.length ?? 0) + groups.length;
}

export function waitOf(me: VisitMe | null, id: number): VisitWait | undefined {
  return me?.waits.find((each) => each.id === id);
}

let noteTimer: ReturnType<typeof setTimeout> | undefined;
const NOTE_MS = 6_000;

/** Says something once, in passing. */
export function tell(note: string) {
  clearTimeout(noteTimer);
  useVisit.setState({ note });
  noteTimer = setTimeout(() => useVisit.setState({ note: null }), NOTE_MS);
}
