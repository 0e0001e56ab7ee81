import type { Card } from "./types";

/** The shapes of docs/privacy-http.md. */
/** Whom it is about; after an erasure a name that says nothing. */
export interface PrivacyCustomer {
  id: number;
  name: string;
}

export type ExportState = "WAITING" | "RUNNING" | "READY" | "FAILED" | "GONE";
export type ErasureState = "WAITING" | "RUNNING" | "DONE" | "CANCELLED";

export interface PrivacySettings {
  erasureDays: number;
  exportDays: number;
  retentionMonths: number;
  deviceMonths: number;
}

export interface RetentionPreview {
  customers: number;
  devices: number;
}

export interface PrivacyErasure {
  id: number;
  customer: PrivacyCustomer | null;
  origin: "CUSTOMER" | "ADMINISTRATOR" | "RETENTION";
  state: ErasureState;
  by: Card | null;
  done: number;
  parts: number;
  askedAt: string;
  dueAt: string;
  endedAt: string | null;
}

export interface PrivacyExport {
  id: number;
  customer: PrivacyCustomer | null;
  /** Null: the customer himself. */
  by: Card | null;
  state: ExportState;
  done: number;
  parts: number;
  size: number | null;
  mine: boolean;
  askedAt: string;
  goneAt: string | null;
}

export interface Consent {
  version: number;
  given: boolean;
  at: string;
}

export interface CustomerPrivacy {
  noticeVersion: number;
  agreed: number | null;
  consents: Consent[];
  erasure: PrivacyErasure | null;
  exports: PrivacyExport[];
  mayAct: boolean;
}

export interface NoticeText {
  zh: string;
  en: string;
}

export interface NoticeVersion {
  version: number;
  text: NoticeText;
  shipped: boolean;
  by: Card | null;
  at: string | null;
}

export interface RegisterEntry {
  activity: string;
  people: string;
  data: string;
  purpose: string;
  basis: string;
  recipients: string;
  retention: string;
}

export interface RegisterLine {
  /** Null: follows from the program and its settings. */
  id: number | null;
  entry: RegisterEntry;
}

export type PrivacyAuditKind =
  | "SETTINGS_CHANGED"
  | "CONSENT_WITHDRAWN"
  | "EXPORT_ASKED"
  | "EXPORT_READY"
  | "EXPORT_OPENED"
  | "EXPORT_REMOVED"
  | "ERASURE_ASKED"
  | "ERASURE_CANCELLED"
  | "ERASURE_BEGUN"
  | "ERASED"
  | "DEVICES_FORGOTTEN"
  | "REGISTER_CHANGED"
  | "REGISTER_EXPORTED";

export interface PrivacyAudit {
  id: number;
  kind: PrivacyAuditKind;
  actor: Card | null;
  customer: PrivacyCustomer | null;
  detail: Record<string, unknown>;
  at: string;
}

/** What the customer's own page shows of it. */
export interface VisitPrivacy {
  noticeVersion: number;
  agreed: number | null;
  consents: Consent[];
  proofNeeded: boolean;
  erasureDays: number;
  erasure: { state: ErasureState; askedAt: string; dueAt: string } | null;
  exports: VisitExport[];
}

export interface VisitExport {
  id: number;
  state: ExportState;
  done: number;
  parts: number;
  size: number | null;
  askedAt: string;
  goneAt: string | null;
}
