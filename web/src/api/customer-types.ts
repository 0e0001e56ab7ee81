import type { FormDefinition, FormValues } from "./form-types";
import type { Card, StoredFile } from "./types";

/** The shapes of docs/customer-profile-http.md and of module customer. */
export type CustomerLevel = "ANONYMOUS" | "VERIFIED" | "HOST_SIGNED";
export type AddWay =
  | "QR"
  | "LINK"
  | "CARD"
  | "HOST"
  | "GROUP"
  | "ASSIGNED"
  | "HANDED_OVER"
  | "SHARED"
  | "IMPORTED"
  | "UNKNOWN";
export type CustomerScope = "MINE" | "TEAM" | "ALL";
export type CustomerOrder = "ACTIVE" | "NEWEST";

/** What a list is narrowed to; what is absent does not narrow. Days are "2026-11-27". */
export interface CustomerFilter {
  q?: string;
  anyTags?: number[];
  allTags?: number[];
  stages?: string[];
  ways?: number[];
  levels?: CustomerLevel[];
  member?: number;
  open?: boolean;
  addedFrom?: string;
  addedUntil?: string;
  lastFrom?: string;
  lastUntil?: string;
  silentDays?: number;
  unansweredHours?: number;
  attributes?: FormValues;
}

/** Who has taken customers out of the program. */
export interface CustomerExport {
  id: number;
  by: Card;
  scope: CustomerScope;
  filter: CustomerFilter;
  /** Whose customers, when the filter says so. */
  member: Card | null;
  /** The results of this mass message; null: a list of customers. */
  massId: number | null;
  lines: number;
  at: string;
}

export interface Tagging {
  tagId: number;
  name: string;
  /** Empty for a personal one. */
  group: string;
  personal: boolean;
  relationId: number;
  setBy: Card | null;
  setAt: string;
}

export interface CustomerLine {
  relationId: number;
  customerId: number;
  name: string;
  level: CustomerLevel;
  blocked: boolean;
  member: Card;
  mine: boolean;
  conversationId: number | null;
  open: boolean;
  remark: string;
  company: string;
  phones: string[];
  stage: string;
  lostReason: string;
  tags: Tagging[];
  attributes: FormValues;
  addWay: AddWay;
  wayId: number | null;
  openedAt: string;
  lastCustomerAt: string | null;
  lastStaffAt: string | null;
  /** Since when he waits for an answer; null: he does not. */
  waitingSince: string | null;
  activeAt: string;
}

export interface Segment {
  id: number;
  name: string;
  company: boolean;
  scope: CustomerScope;
  order: CustomerOrder;
  filter: CustomerFilter;
  mine: boolean;
}

export interface CustomerTag {
  id: number;
  name: string;
}

export interface CustomerTagGroup {
  id: number;
  name: string;
  tags: CustomerTag[];
}

export interface CustomerTags {
  groups: CustomerTagGroup[];
  own: CustomerTag[];
}

export interface Stage {
  key: string;
  /** Empty for a shipped one: named by `customer.stages`. */
  name: string;
  lost: boolean;
}

export interface ProfileSettings {
  stages: Stage[];
  attributes: FormDefinition;
  revision: number;
}

export interface CustomerProfile {
  id: number;
  stage: string;
  lostReason: string;
  stageAt: string | null;
  attributes: FormValues;
  tags: Tagging[];
  version: number;
}

export interface CustomerRemark {
  text: string;
  description: string;
  company: string;
  phones: string[];
}

export interface CustomerRelation {
  id: number;
  member: Card;
  conversationId: number | null;
  remark: CustomerRemark;
  addWay: AddWay;
  state: string;
  wayId: number | null;
  open: boolean;
  endReason: string | null;
  openedAt: string;
  closedAt: string | null;
}

/** GET /api/customers/{id} of module customer. */
export interface CustomerView {
  customer: { id: number; name: string; level: CustomerLevel; source: string; blocked: boolean };
  proofs: { kind: "EMAIL" | "PHONE" | "HOST"; value: string }[];
  createdAt: string;
  relations: CustomerRelation[];
  mine: CustomerRelation | null;
  mayUnblock: boolean;
}

/** Another contact that turned out to be this one. */
export interface CustomerMerge {
  id: number;
  goneId: number;
  at: string;
  byCustomer: boolean;
  undone: boolean;
}

export interface CustomerNote {
  id: number;
  author: Card;
  text: string;
  files: StoredFile[];
  createdAt: string;
  editedAt: string | null;
  mine: boolean;
}

export interface CustomerTask {
  id: number;
  customer: { id: number; name: string } | null;
  author: Card;
  assignee: Card;
  text: string;
  dueAt: string;
  doneAt: string | null;
  mine: boolean;
}

export interface TimelineLine {
  event: {
    id: number;
    kind: string;
    actor: Card | null;
    byCustomer: boolean;
    relationId: number | null;
    data: Record<string, unknown>;
    at: string;
  };
  note: CustomerNote | null;
  task: CustomerTask | null;
}

export interface CannedReply {
  id: number;
  title: string;
  text: string;
  team: boolean;
}

export interface Duplicate {
  contact: string;
  customers: { id: number; name: string; verified: boolean }[];
}
