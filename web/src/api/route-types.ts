import type { Condition, FieldRight } from "./form-types";

/** The shapes of docs/decisions/0013: a route is a sequence of nodes, some of which hold sequences. */
export interface Route {
  nodes: RouteNode[];
}

export interface ApproverRange {
  members: number[];
  departments: number[];
  roles: number[];
}

export type Approvers =
  | { kind: "MEMBERS"; ids: number[] }
  | { kind: "SUPERIOR"; level: number; orHigher: boolean }
  | { kind: "CHAIN"; levels: number }
  | { kind: "HEAD"; field?: string | null; level: number }
  | { kind: "ROLE"; id: number; nearest: boolean }
  | { kind: "CHOSEN"; range: ApproverRange; most: number }
  | { kind: "FIELD"; key: string }
  | { kind: "APPLICANT" };
export type ApproversKind = Approvers["kind"];

export const TOGETHER_RULES = ["ANY", "ALL", "IN_TURN", "SHARE"] as const;
export interface Together {
  rule: (typeof TOGETHER_RULES)[number];
  percent?: number | null;
}

export const NOBODY_RULES = ["ADMIN", "PASS", "MEMBERS", "REFUSE"] as const;
export interface Nobody {
  then: (typeof NOBODY_RULES)[number];
  members: number[];
}

export interface Span {
  minutes: number;
  working: boolean;
}

export const LIMIT_RULES = ["REMIND", "TRANSFER", "PASS", "REFUSE"] as const;
export interface Limit {
  after: Span;
  then: (typeof LIMIT_RULES)[number];
  to?: number | null;
}

export const SAME_RULES = ["ASK", "SKIP", "SUPERIOR"] as const;
export type SameAsApplicant = (typeof SAME_RULES)[number];
export const AGREED_RULES = ["ASK", "SKIP", "SKIP_NEXT"] as const;
export type AlreadyAgreed = (typeof AGREED_RULES)[number];
export const ACTIONS = [
  "REFUSE",
  "TRANSFER",
  "ADD_BEFORE",
  "ADD_AFTER",
  "ADD_PARALLEL",
  "RETURN",
  "TAKE_BACK",
] as const;
export type NodeAction = (typeof ACTIONS)[number];

interface Named {
  id: string;
  name?: string | null;
}

interface Asking extends Named {
  approvers: Approvers;
  together: Together;
  nobody: Nobody;
  limit?: Limit | null;
  /** Fields that are not named are READ. */
  fields: Record<string, FieldRight>;
  actions: NodeAction[];
}

export interface ApproveNode extends Asking {
  kind: "APPROVE";
  sameAsApplicant: SameAsApplicant;
  alreadyAgreed: AlreadyAgreed;
}

export interface HandleNode extends Asking {
  kind: "HANDLE";
}

export interface CcNode extends Named {
  kind: "CC";
  people: Approvers;
  fields: Record<string, FieldRight>;
}

/** One way of a branch or of a parallel node; the last of a branch is the default and has no condition. */
export interface Way extends Named {
  when?: Condition | null;
  nodes: RouteNode[];
}

export interface BranchNode extends Named {
  kind: "BRANCH";
  ways: Way[];
}

export interface ParallelNode extends Named {
  kind: "PARALLEL";
  ways: Way[];
}

/** Exactly one of the two is given. */
export interface Wait {
  span?: Span | null;
  field?: string | null;
}

export interface DelayNode extends Named {
  kind: "DELAY";
  until: Wait;
}

export interface WebhookNode extends Named {
  kind: "WEBHOOK";
  hook: string;
  /** How long an answer is waited for; without, the route goes on at once. */
  minutes?: number | null;
}

export type AskingNode = ApproveNode | HandleNode;
export type ForkNode = BranchNode | ParallelNode;
export type RouteNode = AskingNode | CcNode | ForkNode | DelayNode | WebhookNode;
export type NodeKind = RouteNode["kind"];

/** What is wrong with a route and where; the empty string for the route as a whole. */
export interface RouteFlaw {
  node: string;
  code: string;
}

export const MAX_NODES = 200;
export const MAX_DEPTH = 10;
export const MAX_WAYS = 20;
export const MAX_LEVEL = 20;
