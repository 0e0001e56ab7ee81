/** The contract's shapes (docs/protocol.md and the OpenAPI snapshot are the truth). */
export interface Page<T> {
  items: T[];
  next: string | null;
}

export type MemberState = "INVITED" | "ACTIVE" | "DISABLED" | "LEFT";

/** What lists show of a person. */
export interface Card {
  id: number;
  name: string;
  alias: string | null;
  title: string | null;
  avatar: string | null;
  state: MemberState;
  kind: "MEMBER" | "BOT" | "CUSTOMER";
  /** Of the voice of an app: which one, as "approval". */
  app?: string | null;
}

export interface Membership {
  id: number;
  name: string;
  path: string;
  title: string | null;
  leader: boolean;
  main: boolean;
}

export type Grant = "OWNER" | "ADMIN" | "SUB_ADMIN";
/** Parts of the administration that are open to somebody who is no administrator. */
export type Duty = "APPROVAL_TEMPLATES" | "REPORT_TEMPLATES";

export interface Member extends Card {
  number: string | null;
  phone: string | null;
  email: string | null;
  workPlace: string | null;
  departments: Membership[];
  grants: Grant[];
  roles: { id: number; name: string }[];
  createdAt: string;
  leftAt: string | null;
}

export interface Department {
  id: number;
  parentId: number | null;
  name: string;
  position: number;
  head: Card | null;
  memberCount: number;
}

export type Locale = "zh-CN" | "en-US";
export type ThemeChoice = "SYSTEM" | "LIGHT" | "DARK";

export interface OrgSettings {
  recallHours: number;
  readReceipts: boolean;
  membersMayInvite: boolean;
  membersMayCreateGroups: boolean;
  groupMax: number;
  contactsVisible: boolean;
}

export interface Org {
  id: number;
  name: string;
  zone: string;
  locale: Locale;
  settings: OrgSettings;
}

export interface Session {
  account: {
    id: number;
    phone: string | null;
    email: string | null;
    locale: Locale;
    theme: ThemeChoice;
    hasPassword: boolean;
  };
  member: Member | null;
  disabled: boolean;
  companies: { orgId: number; name: string; memberId: number; enabled: boolean; current: boolean }[];
  grants: Grant[];
  duties: Duty[];
  org: Org | null;
  serverTime: string;
}

export interface Setup {
  needed: boolean;
  codeRequired: boolean;
}

export interface StoredFile {
  id: number;
  name: string;
  size: number;
  type: string;
  width: number | null;
  height: number | null;
  thumbnail: boolean;
}

export type MessageKind = "TEXT" | "IMAGE" | "FILE";
export type EntryKind = MessageKind | "CARD" | "RECALL" | "SYSTEM";
export type ConversationRole = "OWNER" | "ADMIN" | "MEMBER";

export interface Quote {
  seq: number;
  sender: number;
  kind: MessageKind | "CARD";
  /** null when the quoted message was recalled. */
  excerpt: string | null;
}

export interface SystemBody {
  event:
    | "CREATED"
    | "JOINED"
    | "LEFT"
    | "REMOVED"
    | "TITLE"
    | "OWNER"
    | "ROLE"
    | "SETTINGS"
    | "DISSOLVED"
    | "MET"
    | "HANDED_OVER"
    | "ERASED";
  by: number;
  members: number[];
  memberTotal: number;
  title?: string;
  role?: ConversationRole;
}

/** What a card says for ever; what is so now, its module knows. */
export interface CardSummary {
  /** The module's word, as "approval"; also the topic of its hints. */
  type: string;
  id: number;
  title: string;
  /** At most three facts: label and value. */
  lines: [string, string][];
  /** A place in this client. */
  link: string;
}

/** Every field that a body may hold; which ones it holds depends on the entry's kind. */
export interface EntryBody extends Partial<SystemBody> {
  text?: string;
  mentions?: number[];
  mentionAll?: boolean;
  file?: StoredFile;
  card?: CardSummary;
  replyTo?: number;
  /** The customer who wrote it, or to whom it was written, was erased. */
  erased?: boolean;
}

export interface Entry {
  seq: number;
  /** The message number; only TEXT, IMAGE, FILE and CARD count. */
  no: number;
  kind: EntryKind;
  sender: number;
  at: string;
  key: string | null;
  target: number | null;
  recalledBy: { seq: number; by: number; at: string } | null;
  body: EntryBody;
  quote: Quote | null;
}

export interface ConversationSettings {
  mentionAllAdminsOnly: boolean;
  addMembersAdminsOnly: boolean;
  historyForNewcomers: boolean;
}

export interface Conversation {
  id: number;
  kind: "DIRECT" | "GROUP" | "CUSTOMER";
  title: string;
  /** Somebody from outside the company reads here. */
  external: boolean;
  /** Nobody can write: the other side is gone, or the customer's contact has ended. */
  closed: boolean;
  peer: Card | null;
  faces: Card[];
  memberCount: number;
  seq: number;
  messageNo: number;
  readSeq: number;
  readNo: number;
  unread: number;
  mentionSeq: number | null;
  muted: boolean;
  pinned: boolean;
  role: ConversationRole;
  settings: ConversationSettings;
  last: Entry | null;
  movedAt: string;
  fromSeq: number;
}

export interface EntryPage {
  items: Entry[];
  head: number;
  fromSeq: number;
}

export interface Receipt {
  seq: number;
  read: number;
  total: number;
}

export interface ConversationMember extends Omit<Card, "app"> {
  role: ConversationRole;
  joinedAt: string;
}

export interface Reader extends Omit<Card, "app"> {
  readAt: string | null;
}

export interface ReaderPage extends Page<Reader> {
  read: number;
  total: number;
}
