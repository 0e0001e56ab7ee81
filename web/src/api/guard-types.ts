import type { Card } from "./types";

/** The shapes of docs/customer-guard-http.md. */
export type GuardAction = "WARN" | "BLOCK";
export type GuardPattern = "PHONE" | "EMAIL" | "ID_CARD" | "BANK_CARD" | "LINK";
export type AlertKind = "EMPLOYEE_ENDED" | "CUSTOMER_ENDED" | "BLOCKED" | "RECALLED_MANY" | "REMOVED_FROM_GROUP";

export interface GuardRange {
  everyone: boolean;
  departments: number[];
  roles: number[];
  members: number[];
  except?: { departments: number[]; roles: number[]; members: number[] } | null;
}

export interface GuardRule {
  id: number;
  name: string;
  action: GuardAction;
  words: string[];
  patterns: GuardPattern[];
  range: GuardRange;
  staff: boolean;
  customers: boolean;
  people: Card[];
  enabled: boolean;
  version: number;
  changedAt: string;
}

export interface GuardRuleName {
  id: number;
  name: string;
  action: GuardAction;
}

export interface GuardCustomer {
  id: number;
  name: string;
}

export type WrittenPlace = "CHAT" | "MASS" | "MOMENT" | "COMMENT" | "WELCOME" | "REPLY" | "NOTICE";

export interface GuardExport {
  id: number;
  by: Card;
  lines: number;
  at: string;
}

export interface GuardHit {
  id: number;
  rule: GuardRuleName;
  action: GuardAction;
  byCustomer: boolean;
  member: Card | null;
  customer: GuardCustomer | null;
  /** Said in a chat, or written elsewhere for many. */
  place: WrittenPlace;
  conversationId: number | null;
  seq: number | null;
  /** Null: not the reader's to read. */
  found: string | null;
  excerpt: string | null;
  at: string;
}

export interface GuardCount {
  warned: number;
  blocked: number;
}

export interface GuardStatistics {
  rules: (GuardCount & { rule: GuardRuleName })[];
  members: (GuardCount & { member: Card })[];
}

export interface GuardRights {
  manages: boolean;
  seesHits: boolean;
  seesAlerts: boolean;
  rules: GuardRuleName[];
}

export interface GuardAlert {
  id: number;
  kind: AlertKind;
  member: Card;
  customer: GuardCustomer | null;
  conversationId: number | null;
  messages: number;
  at: string;
}

export interface GuardSettings {
  kinds: AlertKind[];
  people: number[];
  leads: boolean;
  recalls: number;
  recallMinutes: number;
}

export interface ArchiveSelf {
  /** The reader's own chats are archived since then. */
  since: string | null;
  recalledKept: boolean;
  auditor: boolean;
  manages: boolean;
  appoints: boolean;
}

export interface ArchiveSettings {
  enabled: boolean;
  range: GuardRange;
  notice: string;
  keepRecalled: boolean;
}

export interface ArchiveAuditor {
  member: Card;
  appointedBy: Card;
  at: string;
}

export interface ArchiveThread {
  conversationId: number;
  /** Of a chat. */
  customer: GuardCustomer | null;
  /** Of a group. */
  title: string | null;
  members: Card[];
  times: { from: string; until: string | null }[];
}

export interface ArchiveMessage {
  conversationId: number;
  seq: number;
  kind: "TEXT" | "IMAGE" | "FILE" | "CARD";
  senderId: number;
  sender: string;
  byCustomer: boolean;
  at: string;
  recalledAt: string | null;
  text: string | null;
  file: { name: string; size: number; type: string } | null;
  /** Neither who nor what is told. */
  withheld: boolean;
}

export type LookKind = "SEARCHED" | "READ" | "FILE" | "EXPORTED" | "SETTINGS" | "APPOINTED" | "DISMISSED";

export interface ArchiveLook {
  id: number;
  kind: LookKind;
  actor: Card;
  conversationId: number | null;
  customer: GuardCustomer | null;
  member: Card | null;
  /** What was looked for, and the group that was read. */
  detail: { q?: string; title?: string };
  at: string;
}

/** A contact that a customer ended, or something he complains about (docs/customer-http.md). */
export interface CustomerFarewell {
  id: number;
  customer: { id: number; name: string };
  member: Card;
  /** The title of the group that he complains about; null for a chat. */
  group: string | null;
  reason: "NONE" | "SPAM" | "HARASSMENT" | "FRAUD" | "OTHER";
  text: string;
  at: string;
}
