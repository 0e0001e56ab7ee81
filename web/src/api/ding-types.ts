import type { Card, StoredFile } from "./types";

/** The shapes of docs/ding-http.md. */
export type Way = "APP" | "PUSH" | "EMAIL" | "SMS" | "VOICE";
export type Target = "PERSON" | "DEPUTY" | "MANAGER";

export interface LadderStep {
  /** From the start, not from the step before. */
  afterMinutes: number;
  ways: Way[];
  target: Target;
}

export interface Ladder {
  steps: LadderStep[];
}

export interface Outsider {
  phone: string;
  name: string;
}

export interface DingRange {
  members: number[];
  departments: number[];
  roles: number[];
  conversation: number | null;
  unreadOf: { conversation: number; seq: number } | null;
  except: number[];
  phones: Outsider[];
}

/** Where the client may say that a DING was made. */
export type DingSource = "CHAT" | "WORKBENCH" | "API";

/** What a DING is about, said by the module it belongs to. */
export interface DingOrigin {
  source: "APPROVAL" | "REPORT";
  id: number;
  title: string;
}

/** What is sent, and what a repetition keeps. */
export interface DingBody {
  key: string;
  text: string | null;
  recordingId: number | null;
  attachmentId: number | null;
  range: DingRange;
  ladder: Ladder | null;
  sendAt: string | null;
  overrideReason: string | null;
  source: DingSource | null;
}

export type RecipientState = "WAITING" | "CONFIRMED" | "GAVE_UP" | "RECALLED" | "REFUSED" | "CLOSED";
export type ConfirmedWay = "APP" | "LINK" | "SMS" | "VOICE" | "STAND_IN";

/** One recipient's part in a DING, as the recipient or the stand-in sees it. */
export interface DingShare {
  recipientId: number;
  as: "RECIPIENT" | "STAND_IN";
  person: Card | null;
  personName: string;
  state: RecipientState;
  /** Null while quiet hours postpone it. */
  alertedAt: string | null;
  confirmedAt: string | null;
  confirmedWay: ConfirmedWay | null;
}

export interface DingCounts {
  /** Without the refused. */
  total: number;
  waiting: number;
  confirmed: number;
  opened: number;
  gaveUp: number;
  recalled: number;
  refused: number;
  /** Left the company or were locked out before they confirmed. */
  closed: number;
}

export interface Ding {
  id: number;
  sender: Card | null;
  text: string;
  source: DingSource | DingOrigin["source"];
  /** Null when it is about nothing else, and for recipients once it was recalled. */
  origin: DingOrigin | null;
  createdAt: string;
  sendAt: string;
  expiresAt: string;
  recalledAt: string | null;
  scheduleId: number | null;
  recording: StoredFile | null;
  attachment: StoredFile | null;
  comments: number;
  mine: DingShare | null;
  standIns: DingShare[];
  /** For the sender only, as everything below. */
  counts: DingCounts | null;
  ladder: Ladder | null;
  overrideReason: string | null;
  remindableAt: string | null;
}

export type DingBox = "WAITING" | "RECEIVED" | "SENT";

export interface DingLine {
  key: string;
  ding: Ding;
}

export interface DingComment {
  id: number;
  author: Card | null;
  authorName: string;
  text: string;
  way: Way;
  at: string;
}

export type StepState = "QUEUED" | "SENDING" | "SENT" | "DELIVERED" | "FAILED" | "CANCELLED";

/** One way taken towards one recipient. */
export interface BoardStep {
  way: Way;
  step: number;
  /** 0 for the ladder, else which reminder. */
  round: number;
  target: Target;
  targetPerson: Card | null;
  state: StepState;
  reason: string | null;
  at: string;
  deliveredAt: string | null;
}

export interface BoardRecipient {
  id: number;
  person: Card | null;
  name: string;
  phone: string | null;
  state: RecipientState;
  reason: string | null;
  ways: Way[];
  openedAt: string | null;
  confirmedAt: string | null;
  confirmedWay: ConfirmedWay | null;
  confirmedBy: Card | null;
  dueAt: string | null;
  steps: BoardStep[];
}

export type BoardFilter = "ALL" | "UNCONFIRMED" | "CONFIRMED" | "FAILED" | "REFUSED";

export interface WayCost {
  way: Way;
  people: number;
  units: number;
  priceFen: number;
  costFen: number;
  left: number | null;
}

export interface Affected {
  person: Card | null;
  name: string;
  phone: string | null;
  ways: Way[];
  reason: "PROTECTED" | "NO_RULE" | null;
  until: string | null;
}

export interface AffectedPeople {
  total: number;
  items: Affected[];
}

export interface Estimate {
  recipients: number;
  outsiders: number;
  ways: WayCost[];
  costFen: number;
  refused: AffectedPeople;
  limited: AffectedPeople;
  postponed: AffectedPeople;
  mayOverride: boolean;
}

export interface QuietHours {
  from: string;
  until: string;
}

export interface DingOptions {
  ladder: Ladder;
  ways: Way[];
  recipientsMax: number;
  dingsPerHour: number;
  mayOverride: boolean;
  quiet: QuietHours | null;
  /** Those with a carrier. */
  channels: ("EMAIL" | "SMS" | "VOICE" | "PUSH")[];
}

export type Weekday = "MONDAY" | "TUESDAY" | "WEDNESDAY" | "THURSDAY" | "FRIDAY" | "SATURDAY" | "SUNDAY";
export type RecurrenceKind = "DAILY" | "WORKDAYS" | "WEEKLY" | "MONTHLY";

export interface Recurrence {
  kind: RecurrenceKind;
  weekdays: Weekday[];
  dayOfMonth: number | null;
  time: string;
  startsOn: string;
  endsOn: string | null;
}

export interface DingSchedule {
  id: number;
  ding: DingBody;
  recurrence: Recurrence;
  nextAt: string | null;
  endedReason: "OVER" | "STOPPED" | "REFUSED" | null;
  lastCode: string | null;
}

export interface DingPreferences {
  quiet: QuietHours | null;
  deputy: { person: Card; from: string; until: string } | null;
}

export interface PublicDing {
  company: string;
  sender: string;
  text: string;
  sendAt: string;
  state: RecipientState;
  person: string;
  standsIn: boolean;
  hasRecording: boolean;
}
