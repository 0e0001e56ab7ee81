import type { Card, StoredFile } from "./types";

/** The shapes of docs/moment-http.md, for staff. */
export type MomentKind = "COMPANY" | "PERSONAL";
export type MomentState = "WAITING" | "SENDING" | "PUBLISHED" | "WITHDRAWN";
export type MomentScope = "MINE" | "TEAM" | "ALL";

export interface MomentLink {
  url: string;
  title: string;
}

export interface MomentContent {
  text: string;
  files: StoredFile[];
  video: boolean;
  link: MomentLink | null;
}

export interface MomentChoice {
  /** Each of the tags, not one of them. */
  all: boolean;
  /** A name is missing: somebody's personal tag, or gone. */
  tags: { id: number; name: string | null }[];
}

export interface MomentPost {
  id: number;
  momentId: number;
  kind: MomentKind;
  author: Card;
  content: MomentContent;
  choice: MomentChoice;
  state: MomentState;
  publishAt: string;
  publishedAt: string | null;
  reached: number;
  seen: number;
  likes: number;
  comments: number;
  mine: boolean;
  mayWithdraw: boolean;
}

export interface CompanyMoment {
  id: number;
  creator: Card;
  content: MomentContent;
  choice: MomentChoice;
  state: MomentState;
  publishAt: string;
  confirmUntil: string | null;
  tasks: number;
  confirmed: number;
}

export interface MomentTask {
  momentId: number;
  creator: Card;
  content: MomentContent;
  choice: MomentChoice;
  customers: number;
  givenAt: string;
  confirmUntil: string;
}

export interface MomentTaskLine {
  member: Card;
  customers: number;
  confirmedAt: string | null;
}

export interface MomentCustomer {
  id: number;
  name: string;
}

export interface MomentTargetLine {
  relationId: number;
  customer: MomentCustomer;
  member: Card;
}

export interface MomentPersonLine {
  customer: MomentCustomer;
  at: string;
}

export interface MomentComment {
  id: number;
  byCustomer: boolean;
  /** Whose thread it is; null: the author says it to all. */
  customer: MomentCustomer | null;
  text: string;
  at: string;
  mayDelete: boolean;
}

export interface MomentSettings {
  companyPerMonth: number;
  personalPerDay: number;
  confirmDays: number;
  commentsPerMinute: number;
  othersVisible: boolean;
  membersMay: boolean;
}

export interface MomentSenders {
  everyone: boolean;
  departments: number[];
  roles: number[];
  members: number[];
}

export interface MomentAudience {
  kind: MomentKind;
  choice: { all: boolean; tags: number[] };
  senders: MomentSenders | null;
}

export interface NewMoment extends MomentAudience {
  text: string;
  files: number[];
  link: MomentLink | null;
  publishAt: string | null;
  key: string;
}
