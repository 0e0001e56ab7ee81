import type { Card } from "./types";

/** The shapes of docs/customer-profile-http.md: importing customers, and rules that tag them. */
export type CustomerImportState = "CHECKED" | "RUNNING" | "DONE" | "CANCELLED";
export type CustomerImportKnown = "SKIP" | "COMPLETE";
export type CustomerRowState = "READY" | "KNOWN" | "BAD" | "MADE" | "COMPLETED" | "SKIPPED" | "FAILED";

export interface CustomerImport {
  id: number;
  name: string;
  state: CustomerImportState;
  by: Card | null;
  member: Card | null;
  known: CustomerImportKnown;
  ignored: string[];
  rows: number;
  ready: number;
  /** Rows about customers whom the company knows already. */
  matched: number;
  bad: number;
  made: number;
  completed: number;
  skipped: number;
  failed: number;
  createdAt: string;
  endedAt: string | null;
  rowsKept: string;
}

export interface RowFault {
  /** A known column, or the label of an attribute; empty: the row as a whole. */
  column: string;
  code: string;
  params: Record<string, unknown>;
}

export interface CustomerImportRow {
  row: number;
  state: CustomerRowState;
  name: string;
  phones: string[];
  email: string;
  company: string;
  member: Card | null;
  tags: string[];
  stage: string | null;
  faults: RowFault[];
  customer: { id: number; name: string } | null;
  code: string | null;
}

export type TagRuleKind = "KEYWORD" | "SILENCE";

export interface TagRuleBody {
  name: string;
  kind: TagRuleKind;
  words: string[];
  days: number | null;
  tags: number[];
  takeBack: boolean;
  active: boolean;
  version: number;
}

export interface TagRule extends Omit<TagRuleBody, "tags"> {
  id: number;
  tags: { id: number; name: string }[];
  tagged: number;
  lastAt: string | null;
}
