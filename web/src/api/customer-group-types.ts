import type { Attached, AttachedView } from "./attachment-types";
import type { Card } from "./types";

/** The shapes of docs/customer-group-http.md. */
export type CustomerGroupScope = "MINE" | "TEAM" | "ALL";
export type CustomerGroupRole = "OWNER" | "ADMIN" | "MEMBER" | "OVERSEER";

export interface CustomerGroupLine {
  id: number;
  /** Null for a moment while the group is made. */
  conversationId: number | null;
  title: string;
  owner: Card;
  /** The owner has left; the hand-over waits. */
  ownerGone: boolean;
  /** The reader's. */
  role: CustomerGroupRole;
  /** The reader sits in it. */
  seated: boolean;
  members: number;
  /** Of the members. */
  customers: number;
  most: number;
  mutedAll: boolean;
  /** Things that were given up; 0 for who may not manage it. */
  failed: number;
  createdAt: string;
}

export interface GroupWelcome {
  text: string;
  attachments: Attached[];
}

export type ReplyMatch = "CONTAINS" | "EQUALS";

export interface GroupReply {
  match: ReplyMatch;
  words: string[];
  text: string;
  attachments: Attached[];
  coolSeconds: number;
}

export interface CustomerGroup extends CustomerGroupLine {
  notice: string;
  noticeBy: Card | null;
  noticeAt: string | null;
  nameLocked: boolean;
  welcome: GroupWelcome | null;
  /** Those of the welcome, in their order. */
  attached: AttachedView[];
  replies: GroupReply[];
  /** Those of each reply. */
  replyAttached: AttachedView[][];
  version: number;
  mayManage: boolean;
  mayOwn: boolean;
  mayRename: boolean;
}

/** Something that was to be done in the owner's name and was given up. */
export interface GroupFailure {
  id: number;
  kind: "SAY" | "REMOVE" | "MOVE";
  text: string;
  attached: number;
  person: string | null;
  /** The code of a refusal; empty: something broke. */
  reason: string;
  attempts: number;
  failedAt: string;
}

export type GroupSettingsBody = Pick<CustomerGroup, "nameLocked" | "mutedAll" | "welcome" | "replies" | "version">;

export interface GroupPerson {
  id: number;
  name: string;
  avatar: string | null;
  staff: boolean;
  role: "OWNER" | "ADMIN" | "MEMBER";
  joinedAt: string;
  /** From here on for customers. */
  via: "FIRST" | "INVITED" | "CODE" | null;
  invitedBy: Card | null;
  codeId: number | null;
  state: string | null;
  mutedUntil: string | null;
  /** Whose customer he is. */
  servedBy: Card[];
}

/** A customer as these pages name him. */
export interface GroupCustomer {
  id: number;
  name: string;
  avatar: string | null;
}

export type GuardTrigger = "KEYWORD" | "LINK" | "PHONE" | "PICTURE" | "QR" | "FLOOD";
export type GuardAction = "WARN" | "MUTE" | "UNMUTE" | "REMOVE" | "BLOCK" | "UNBLOCK";

/** What rules and people did to a customer in a group. */
export interface GuardLine {
  id: number;
  customer: GroupCustomer;
  rule: { id: number; name: string } | null;
  by: Card | null;
  trigger: GuardTrigger | null;
  action: GuardAction;
  minutes: number | null;
  at: string;
}

export interface GroupDay {
  day: string;
  /** At the end of the day. */
  customers: number;
  joined: number;
  left: number;
  messages: number;
  customerMessages: number;
  /** Who wrote. */
  active: number;
}

export interface GroupStatistics {
  days: GroupDay[];
  groups: number;
  customers: number;
}

export interface GroupCodeGroup {
  id: number;
  title: string;
  members: number;
  most: number;
  /** Opened by the code itself. */
  auto: boolean;
}

export interface GroupCode {
  id: number;
  code: string;
  path: string;
  title: string;
  remark: string;
  state: string;
  owner: Card;
  groups: GroupCodeGroup[];
  autoCreate: boolean;
  baseName: string;
  nextNumber: number;
  autoMost: number;
  tags: string[];
  endsAt: string | null;
  over: boolean;
  full: boolean;
  joined: number;
  version: number;
  mayChange: boolean;
  createdAt: string;
}

export interface GroupCodeBody {
  title: string;
  remark: string;
  state: string;
  groupIds: number[];
  autoCreate: boolean;
  baseName: string;
  nextNumber: number;
  autoMost: number;
  tags: string[];
  endsAt: string | null;
  version: number | null;
}

/** What follows when a customer breaks a rule as often as it allows. */
export type RuleAction = "WARN" | "MUTE" | "REMOVE" | "BLOCK";

/** What a rule looks for, and what follows. */
export interface SpamRule {
  words: string[];
  links: boolean;
  /** Hosts that are no links to the rule. */
  allowed: string[];
  phones: boolean;
  pictures: boolean;
  /** Looks for codes in pictures after they were sent. */
  qr: boolean;
  flood: { messages: number; seconds: number } | null;
  action: RuleAction;
  muteMinutes: number;
  strikes: number;
}

export interface GuardRuleBody {
  name: string;
  /** None: all groups of the company. */
  groups: number[];
  content: SpamRule;
  on: boolean;
  version: number | null;
}

export interface GuardRule extends GuardRuleBody {
  id: number;
  /** Those of the groups with which the reader has to do. */
  named: { id: number; title: string }[];
  version: number;
  mayChange: boolean;
}

export interface GroupBlock {
  customer: GroupCustomer;
  by: Card | null;
  reason: string;
  at: string;
}

export interface CustomerGroupSettings {
  most: number;
  perOwner: number;
  welcomeSeconds: number;
  membersMayOpen: boolean;
}
