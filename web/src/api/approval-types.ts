import type { FormDefinition, FormValues } from "./form-types";
import type { Card, StoredFile } from "./types";

/** The shapes of docs/approval-http.md. */
export type ApprovalState = "RUNNING" | "RETURNED" | "AGREED" | "REFUSED" | "REVOKED";
export type ApprovalBox = "TODO" | "DONE" | "SENT" | "TOLD" | "ALL";
export type TogetherRule = "ALL" | "ANY" | "IN_TURN" | "SHARE";

export interface SummaryLine {
  label: string;
  text: string;
}

/** Enough to offer the answer without reading the run. */
export interface HeadTask {
  task: number;
  /** "Done" is the only answer. */
  handle: boolean;
  /** It may be refused. */
  refuse: boolean;
}

/** What lists and cards show. */
export interface ApprovalHead {
  id: number;
  number: string;
  title: string;
  templateId: number;
  applicant: Card;
  state: ApprovalState;
  undoesId: number | null;
  undoneById: number | null;
  summary: SummaryLine[];
  version: number;
  submittedAt: string;
  endedAt: string | null;
  movedAt: string;
  unread: boolean;
  /** The first open task of the reader. */
  task: HeadTask | null;
  waitingFor: Card[];
}

export type What =
  | "SUBMITTED"
  | "RESUBMITTED"
  | "AGREED"
  | "HANDLED"
  | "REFUSED"
  | "TRANSFERRED"
  | "PASSED"
  | "REMOVED"
  | "SKIPPED"
  | "SIGNERS_ADDED"
  | "RETURNED"
  | "TAKEN_BACK"
  | "HANDED_OVER"
  | "TOLD"
  | "REMINDED"
  | "WEBHOOK"
  | "EDITED"
  | "ENDED";

export type Why =
  | "ACTION"
  | "SAME_AS_APPLICANT"
  | "ALREADY_AGREED"
  | "NOBODY_FOUND"
  | "ENOUGH_AGREED"
  | "REFUSED"
  | "RETURNED"
  | "TAKEN_BACK"
  | "REVOKED"
  | "LIMIT"
  | "HAND_OVER"
  | "VACANT"
  | "MERGED"
  | "WITH_ADDER"
  | "TIME_OVER"
  | "NO_DATE"
  | "NO_ANSWER"
  | "ANSWERED"
  | "NOT_WAITED"
  | "LANES_ENDED"
  | "ROUTE_ENDED";

export interface HistoryLine {
  /** Number of its event. */
  no: number;
  at: string;
  what: What;
  /** Name of the node; empty when it is about the whole run. */
  node: string;
  /** Null: a rule, which `why` names. */
  by: number | null;
  /** The person whose delegate decided. */
  forWhom: number | null;
  people: number[];
  why: Why | null;
  text: string | null;
  signature: number | null;
  files: number[];
  /** Labels of what was edited. */
  fields: string[];
}

export interface StepPerson {
  person: Card;
  forWhom: Card | null;
  skipped: Why | null;
}

/** A node at which the applicant chooses who is asked. */
export interface Choice {
  node: string;
  name: string;
  /** Somebody must be chosen if the path leads there. */
  required: boolean;
  most: number;
  /** Null: anybody. */
  from: Card[] | null;
}

export interface PathStep {
  node: string;
  kind: string;
  name: string;
  within: string[];
  now: boolean;
  together: TogetherRule | null;
  people: StepPerson[];
  /** The values still decide how it goes on. */
  open: boolean;
}

export type NodeAction = "REFUSE" | "TRANSFER" | "ADD_BEFORE" | "ADD_AFTER" | "ADD_PARALLEL" | "RETURN" | "TAKE_BACK";

export interface ReturnTarget {
  node: string;
  name: string;
}

export interface MyTask {
  task: number;
  node: string;
  name: string;
  /** "Done" is the only answer. */
  handle: boolean;
  actions: NodeAction[];
  /** Fields that may be changed with the decision. */
  editable: string[];
  returnTo: ReturnTarget[];
}

/** A signer whom the reader added and who has not answered. */
export interface RemovableSigner {
  task: number;
  person: number;
}

/** What the reader may do now. */
export interface Doable {
  tasks: MyTask[];
  takeBack: number[];
  removable: RemovableSigner[];
  resubmit: boolean;
  /** Whom he chose before, by node, when he may submit it again. */
  chosen: Chosen;
  revoke: boolean;
  undo: boolean;
  urge: boolean;
  manage: boolean;
}

/** A run as one person sees it. */
export interface ApprovalRun {
  head: ApprovalHead;
  form: FormDefinition;
  values: FormValues;
  people: Record<string, Card>;
  departments: Record<string, string>;
  related: Record<string, string>;
  files: StoredFile[];
  history: HistoryLine[];
  path: PathStep[];
  mine: Doable;
}

export interface ApprovalCounts {
  todo: number;
  toldUnread: number;
  returned: number;
}

export interface ApprovalComment {
  id: number;
  author: Card;
  text: string;
  mentions: Card[];
  files: StoredFile[];
  at: string;
}

/** A template that may be started. */
export interface Startable {
  id: number;
  name: string;
  icon: string;
  description: string;
  /** Its heading; empty for none. */
  group: string;
}

export interface FormToFill {
  id: number;
  version: number;
  name: string;
  icon: string;
  form: FormDefinition;
  initial: FormValues;
}

export type Chosen = Record<string, number[]>;

export interface SubmitBody {
  key: string;
  templateId: number;
  version: number;
  values: FormValues;
  chosen: Chosen;
  undoes: number | null;
}

export interface PathPreview {
  steps: PathStep[];
  errors: { field: string; row?: number; column?: string; code: string; params?: Record<string, unknown> }[];
}

export type Verdict = "AGREE" | "REFUSE" | "HANDLE";

export interface DecideBody {
  task: number;
  verdict: Verdict;
  reason: string | null;
  signature: number | null;
  files: number[];
  changes: FormValues | null;
}

export interface BatchAnswer {
  id: number;
  /** Code of the refusal; null: agreed. */
  problem: string | null;
}

export type SignersWhen = "BEFORE" | "AFTER" | "PARALLEL";

export interface Delegation {
  id: number;
  to: Card;
  startsAt: string;
  endsAt: string;
  over: boolean;
}

export interface StateCount {
  templateId: number;
  title: string;
  state: ApprovalState;
  runs: number;
  meanSeconds: number;
  longestSeconds: number;
}

export interface NodeTime {
  templateId: number;
  node: string;
  name: string;
  tasks: number;
  meanSeconds: number;
}

export interface ApprovalStatistics {
  states: StateCount[];
  days: { day: string; runs: number }[];
  nodes: NodeTime[];
}
