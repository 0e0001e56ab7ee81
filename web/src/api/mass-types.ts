import type { Attached, AttachedView } from "./attachment-types";
import type { CustomerFilter } from "./customer-types";
import type { Card } from "./types";

/** The shapes of docs/mass-message-http.md. */
export type MassKind = "COMPANY" | "PERSONAL";
export type MassState = "WAITING" | "SENDING" | "DONE" | "CANCELLED" | "RECALLING" | "RECALLED";
export type MassBox = "MINE" | "TASKS" | "ALL";
export type ShareState = "WAITING" | "CONFIRMED" | "DONE" | "EXPIRED" | "CANCELLED";
export type RecallResult = "DONE" | "TOO_LATE" | "FAILED";

export const MASS_RESULTS = [
  "PENDING",
  "SENDING",
  "SENT",
  "CAPPED",
  "OPTED_OUT",
  "NO_RELATION",
  "BLOCKED",
  "DESELECTED",
  "NOT_CONFIRMED",
  "CANCELLED",
  "FAILED",
  "FORBIDDEN",
] as const;
export type MassResult = (typeof MASS_RESULTS)[number];

export interface MassRange {
  everyone: boolean;
  departments: number[];
  roles: number[];
  members: number[];
}

export interface MassTarget {
  range?: MassRange;
  segmentId?: number;
  filter?: CustomerFilter;
  relationIds?: number[];
  /** Not single customers, but groups: these, or all that whoever is meant owns. */
  groups?: { ids?: number[] };
}

export interface MassRequest {
  key: string;
  kind: MassKind;
  content: { text: string; attachments: Attached[] };
  target: MassTarget;
  sendAt: string | null;
  deadline: string | null;
  expected: number | null;
}

export interface MassPreview {
  customers: number;
  /** Customers, also those in groups. */
  reached: number;
  people: number;
  optedOut: number;
  capped: number;
  nickname: string | null;
  text: string;
}

export interface MassShare {
  member: Card;
  state: ShareState;
  total: number;
  sent: number;
  leftOut: number;
  confirmedAt: string | null;
}

export interface MassLine {
  id: number;
  kind: MassKind;
  state: MassState;
  author: Card;
  text: string;
  attached: AttachedView[];
  createdAt: string;
  sendAt: string | null;
  deadline: string | null;
  people: number;
  unconfirmed: number;
  total: number;
  sent: number;
  leftOut: number;
  mine: MassShare | null;
  mayManage: boolean;
  toGroups: boolean;
}

export interface Mass {
  line: MassLine;
  counts: { result: MassResult; count: number }[];
  answered: number;
  recalled: number;
  recallUntil: string | null;
}

export interface MassRecipient {
  id: number;
  customerId: number | null;
  groupId: number | null;
  name: string;
  member: Card;
  result: MassResult;
  at: string | null;
  answeredAt: string | null;
  recall: RecallResult | null;
}

export interface MassSettings {
  companyPerMonth: number;
  personalPerDay: number;
  keywords: string[];
}
