import type { ApproverRange } from "./route-types";
import type { Card } from "./types";

/** The shapes of docs/customer-care-http.md. */
export type CareScope = "MINE" | "TEAM" | "ALL";
export type CareStep = "NONE" | "REMINDED" | "PASSED" | "ALERTED";
export type SettleReason = "ENDED" | "ELSEWHERE" | "UNWANTED";

export interface CareWait {
  conversationId: number;
  customer: { id: number; name: string };
  server: Card;
  /** A colleague who was asked in. */
  helper: Card | null;
  since: string;
  /** So long in the hours of whoever is to answer. */
  workMinutes: number;
  messages: number;
  step: CareStep;
  mine: boolean;
}

export interface CareWaitCount {
  waiting: number;
  late: number;
}

export interface CareTimes {
  remindMinutes: number;
  escalateMinutes: number;
  action: "ALERT" | "REASSIGN";
  colleagues: number[];
  alert: number[];
}

/** With the exceptions that ranges may have; here there are none. */
export interface CareRange extends ApproverRange {
  everyone: boolean;
  except: null;
}

export interface CareException {
  ways: number[];
  range: CareRange | null;
  enabled: boolean;
  times: CareTimes;
}

export interface CareSettings {
  enabled: boolean;
  times: CareTimes;
  closings: string[];
  exceptions: CareException[];
}

/** Seconds. */
export interface ReplySpeed {
  average: number;
  median: number;
}

export interface CareNumbers {
  opened: number;
  taken: number;
  endedByCustomer: number;
  endedByMember: number;
  chats: number;
  received: number;
  sent: number;
  asked: number;
  answered: number;
  settled: number;
  unanswered: number;
  passed: number;
  share: number | null;
  work: ReplySpeed | null;
  clock: ReplySpeed | null;
  /** First replies within 1, 5, 10, 30, 60 working minutes, and later. */
  within: number[];
}

export interface CareStatistics {
  from: string;
  until: string;
  total: CareNumbers;
  before: CareNumbers;
  days: { day: string; numbers: CareNumbers }[];
}

export type CareOrder =
  | "OPENED"
  | "ENDED"
  | "CHATS"
  | "RECEIVED"
  | "SENT"
  | "SHARE"
  | "UNANSWERED"
  | "AVERAGE"
  | "MEDIAN";

export interface CareMember {
  member: Card;
  numbers: CareNumbers;
}

/** A day that is being counted again. */
export interface CareRecount {
  day: string;
  askedAt: string;
}

/** Numbers that somebody took along. */
export interface CareExport {
  id: number;
  by: Card;
  scope: CareScope;
  from: string;
  until: string;
  lines: number;
  at: string;
}
