import type { SummaryLine } from "./approval-types";
import type { FieldValue, FormDefinition, FormValues } from "./form-types";
import type { Card, Page, StoredFile } from "./types";

/** The shapes of docs/report-http.md. Days are "2026-11-27". */
export type ReportCycle = "NONE" | "DAY" | "WEEK" | "MONTH";
export type ReportBox = "RECEIVED" | "SENT" | "ALL";

export interface ReportPeriod {
  cycle: ReportCycle;
  from: string;
  to: string;
  /** Names the period in requests. */
  day: string;
  /** Null: no deadline. */
  dueAt: string | null;
  /** Too late, and late reports are not taken. */
  closed: boolean;
  /** Nobody works in it. */
  free: boolean;
}

/** A template that may be written with. */
export interface ReportTemplateCard {
  id: number;
  name: string;
  icon: string;
  description: string;
  cycle: ReportCycle;
  must: boolean;
  /** The one that is open now; without a cycle today. */
  period: ReportPeriod;
  mine: "MISSING" | "DRAFT" | "SENT";
}

export interface ReportRecipient {
  member: Card;
  why: "NAMED" | "SUPERIOR" | "ROLE";
}

export interface ReportConversation {
  id: number;
  title: string;
}

export interface ReportRecipients {
  people: ReportRecipient[];
  conversations: ReportConversation[];
}

export interface ReportDraft {
  version: number;
  values: FormValues;
  recipients: Card[];
  conversations: ReportConversation[];
  savedAt: string;
}

export interface ReportForm {
  id: number;
  version: number;
  name: string;
  icon: string;
  form: FormDefinition;
  initial: FormValues;
  late: boolean;
  period: ReportPeriod;
  draft: ReportDraft | null;
  /** The report that was sent for this period. */
  sent: number | null;
  /** There is an earlier one whose values can be taken over. */
  last: boolean;
  recipients: ReportRecipients;
  mayChoose: boolean;
  editMinutes: number;
}

/** What the author did in the period. */
export interface ReportFacts {
  from: string;
  to: string;
  messages: number;
  approvalsDecided: number;
  approvalsSubmitted: number;
}

export interface DraftBody {
  version: number;
  values: FormValues;
  recipients: number[];
  conversations: number[];
}

export interface SendReport extends DraftBody {
  key: string;
  templateId: number;
  day: string | null;
}

export interface ReportHead {
  id: number;
  templateId: number;
  title: string;
  author: Card;
  /** Empty: none. */
  department: string;
  cycle: ReportCycle;
  from: string;
  to: string;
  sentAt: string;
  editedAt: string | null;
  late: boolean;
  withdrawn: boolean;
  version: number;
  summary: SummaryLine[];
  unread: boolean;
  /** Edited since the reader read it. */
  changed: boolean;
  comments: number;
  likes: number;
  liked: boolean;
  recipients: number;
  read: number;
}

export interface Report {
  head: ReportHead;
  form: FormDefinition;
  values: FormValues;
  people: Card[];
  departments: Record<string, string>;
  approvals: Record<string, string>;
  files: StoredFile[];
  recipients: Card[];
  mayEdit: boolean;
  editableUntil: string | null;
  mayWithdraw: boolean;
}

export interface ReportCounts {
  unread: number;
  /** Templates the reader must report with now and has not. */
  missing: number;
}

export interface ReportVersionLine {
  number: number;
  at: string;
  changes: ReportChange[];
}

export interface ReportChange {
  key: string;
  before: FieldValue | null;
  after: FieldValue | null;
}

export interface ReportReader {
  member: Card;
  recipient: boolean;
  readAt: string | null;
}

/** `replyTo`: the first of its thread, null when it is that; `removed`: taken back, but answered. */
export interface ReportComment {
  id: number;
  replyTo: number | null;
  author: Card;
  text: string;
  mentions: Card[];
  files: StoredFile[];
  removed: boolean;
  at: string;
}

export interface ReportCommentBody {
  key: string;
  text: string;
  mentions: number[];
  files: number[];
  replyTo?: number;
}

/** A template in whose numbers the reader may look. */
export interface ReportOverviewCard {
  id: number;
  name: string;
  icon: string;
  cycle: ReportCycle;
  /** False: only his people. */
  all: boolean;
}

export interface ReportPeriodCount {
  period: ReportPeriod;
  must: number;
  /** Of those who must, with the late ones. */
  sent: number;
  late: number;
  missing: number;
  /** Reports of people who need not. */
  voluntary: number;
}

export type ReportStanding = "MISSING" | "SENT" | "LATE";

export interface ReportOverviewLine {
  member: Card;
  /** Empty: none. */
  department: string;
  state: ReportStanding;
  sentAt: string | null;
  reportId: number | null;
}

export interface ReportOverview {
  count: ReportPeriodCount;
  people: Page<ReportOverviewLine>;
}

export interface ReportTeamLine {
  departmentId: number | null;
  name: string;
  sent: number;
  late: number;
  authors: number;
}

export interface ReportFieldCard {
  key: string;
  label: string;
  /** Empty: none. */
  unit: string;
}

export interface ReportStatistics {
  must: number;
  sent: number;
  late: number;
  missing: number;
  periods: ReportPeriodCount[];
  teams: ReportTeamLine[];
  fields: ReportFieldCard[];
}

export interface ReportPersonLine {
  member: Card;
  /** Empty: none. */
  department: string;
  must: number;
  sent: number;
  late: number;
  missing: number;
  /** Field → decimal. */
  sums: Record<string, string>;
}

export type ReportPer = "DAY" | "WEEK" | "MONTH";

export interface ReportFieldSeries {
  field: string;
  label: string;
  unit: string;
  points: ReportPoint[];
}

export interface ReportPoint {
  from: string;
  sum: string;
  average: string;
  count: number;
}
