import type { Card } from "./types";

/** The shapes of docs/handover-http.md. */
export type HandOverState = "WAITING" | "DONE" | "REFUSED" | "TAKER_FULL" | "CANCELLED" | "UNDONE";
export type HandOverScope = "INCOMING" | "OUTGOING" | "MANAGED";

export interface HandedCustomer {
  id: number;
  name: string;
}

export interface HandOverLine {
  id: number;
  kind: "ON_JOB" | "LEFT";
  state: HandOverState;
  reason: "BY_HAND" | "RELATION_CLOSED" | "TAKER_GONE" | "REPLACED" | null;
  customer: HandedCustomer;
  relationId: number;
  toRelationId: number | null;
  from: Card;
  to: Card;
  startedBy: Card;
  startedAt: string;
  dueAt: string | null;
  endedAt: string | null;
  history: "ASKED" | "GIVEN" | "REFUSED";
  /** While it can be undone by time. */
  undoUntil: string | null;
  mayCancel: boolean;
  mayUndo: boolean;
}

export interface HandOverRun {
  id: number;
  memberId: number;
  takerIds: number[];
  state: "RUNNING" | "DONE" | "TAKERS_FULL" | "STOPPED";
  total: number;
  done: number;
  skipped: number;
  startedAt: string;
  endedAt: string | null;
}

export interface Leaver {
  member: Card;
  kind: "LEFT" | "DISABLED";
  since: string;
  customers: number;
  /** Of them those who wrote and were not read. */
  waiting: number;
  ways: number;
  /** Customer groups whose owner he is. */
  groups: number;
  /** So long his customers can be given away. */
  until: string;
  run: HandOverRun | null;
}

export interface LeaverGroup {
  id: number;
  title: string;
  members: number;
  customers: number;
}

export interface UnassignedCustomer {
  relationId: number;
  customer: HandedCustomer;
  remark: string;
  openedAt: string;
  messages: number;
  waitingSince: string | null;
}

/** In the order asked for. */
export interface PassOnResults {
  items: { handOverId: number | null; problem: string | null }[];
}

export interface HandOverSettings {
  answerHours: number;
  onJobMax: number;
  onJobDays: number;
  leftDays: number;
  undoDays: number;
  remark: boolean;
  tags: boolean;
  membersMay: boolean;
}

export interface HandOverStatistics {
  counts: { kind: "ON_JOB" | "LEFT"; state: HandOverState; customers: number }[];
  takers: { member: Card; customers: number }[];
}

export type HandOverAuditKind =
  | "OFFERED"
  | "DONE"
  | "REFUSED"
  | "TAKER_FULL"
  | "CANCELLED"
  | "UNDONE"
  | "HISTORY_GIVEN"
  | "HISTORY_REFUSED"
  | "LEAVER"
  | "RETURNED"
  | "WAYS"
  | "GROUPS"
  | "RUN_STARTED"
  | "RUN_ENDED"
  | "SETTINGS";

/** A line of the book: who decided what. */
export interface HandOverAuditLine {
  id: number;
  kind: HandOverAuditKind;
  /** null: the customer, time, or a rule. */
  actor: Card | null;
  byCustomer: boolean;
  /** Whose customers, codes or groups it is about. */
  member: Card | null;
  takers: Card[];
  customer: HandedCustomer | null;
  transferId: number | null;
  way: HandOverLine["kind"] | null;
  count: number | null;
  end: HandOverRun["state"] | null;
  reason: HandOverLine["reason"];
  before: HandOverSettings | null;
  settings: HandOverSettings | null;
  at: string;
}
