import type { StartRange } from "./approval-template-types";
import type { Attached, AttachedView } from "./attachment-types";
import type { Card } from "./types";

/** Codes, cards and host sites: modules contactway and visit. */

export interface CustomerBadge {
  id: number;
  name: string;
  level: "ANONYMOUS" | "VERIFIED" | "HOST_SIGNED";
  blocked: boolean;
}

export type Weekday = "MONDAY" | "TUESDAY" | "WEDNESDAY" | "THURSDAY" | "FRIDAY" | "SATURDAY" | "SUNDAY";

export interface WayWelcome {
  text: string;
  attachments: Attached[];
}

export interface CardAttribute {
  label: string;
  text: string;
  url: string | null;
}

/** In the company's zone; an end of 00:00 is the end of the day. */
export interface OfficeHours {
  days: Weekday[];
  from: string;
  until: string;
}

export interface CardContent {
  title: string;
  needs: string[];
  /** Null: the company's. */
  attributes: CardAttribute[] | null;
  /** Null: the company's working time. */
  hours: OfficeHours[] | null;
  autoReply: string;
  welcome: WayWelcome | null;
  skipVerify: boolean;
}

export interface MyCard {
  /** Null: not made yet. */
  code: string | null;
  /** Of the customer's page. */
  path: string | null;
  content: CardContent;
  /** Those of the welcome, in their order. */
  attached: AttachedView[];
}

/** An end before the beginning lies on the next day. */
export interface WaySlot extends OfficeHours {
  members: number[];
}

export interface WayContent {
  people: { memberId: number; cap: number | null }[];
  slots: WaySlot[];
  backups: number[];
  tags: string[];
  needs: string[];
  welcome: WayWelcome | null;
  skipVerify: boolean;
  exclusive: boolean;
}

export interface ContactWay {
  id: number;
  code: string;
  path: string;
  title: string;
  remark: string;
  state: string;
  owner: Card;
  people: Card[];
  content: WayContent;
  attached: AttachedView[];
  endsAt: string | null;
  over: boolean;
  customers: number;
  version: number;
  mayChange: boolean;
}

export interface WayBody extends Pick<ContactWay, "title" | "remark" | "state" | "content"> {
  /** 1 to 14: ends so many days from now; 0: does not end; null: as it was. */
  days: number | null;
  version: number | null;
}

export interface WayDay {
  day: string;
  views: number;
  opened: number;
  again: number;
  waited: number;
}

export interface WayStatistics {
  days: WayDay[];
  people: { member: Card; taken: number; beyond: number }[];
}

/** A customer who waits to be accepted, or for anybody. */
export interface WayWait {
  id: number;
  customer: CustomerBadge;
  wayId: number;
  wayTitle: string;
  reason: "ACCEPTANCE" | "UNASSIGNED";
  mine: boolean;
  since: string;
}

export interface WayTaken {
  customerId: number;
  relationId: number;
  conversationId: number | null;
}

export interface CustomerSettings {
  range: StartRange;
  perMember: number;
  perCompany: number;
  /** What the badge vouches for; "" for none. */
  verifiedName: string;
  attributes: CardAttribute[];
  /** Origins whose pages may hold the chat. */
  sites: string[];
  /** A push to a customer's device carries what was said. */
  pushText: boolean | null;
}

export interface HostKey {
  id: number;
  audience: string;
  /** Only when it has just been made. */
  secret: string | null;
  createdAt: string;
  endsAt: string | null;
}

/** A contact that a customer ended, with his complaint. */
export interface Farewell {
  id: number;
  customer: CustomerBadge;
  member: Card;
  /** Of the group that it is about. */
  group: string | null;
  reason: "NONE" | "SPAM" | "HARASSMENT" | "FRAUD" | "OTHER";
  text: string;
  at: string;
}
