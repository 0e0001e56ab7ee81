/** What a customer's page speaks with the server (docs/visit-http.md). */
export interface VisitCompany {
  name: string;
  verified: boolean;
}

export interface VisitAttribute {
  label: string;
  text: string;
  url: string | null;
}

export interface VisitCard {
  id: number;
  name: string;
  title: string;
  avatar: string | null;
  needs: string[];
  attributes: VisitAttribute[];
}

export interface VisitNotice {
  version: number;
  text: string;
}

export interface VisitThread {
  relationId: number;
  conversationId: number;
  person: VisitCard;
  open: boolean;
  served: boolean;
  since: string;
  /** Everybody who serves or served in it. */
  people: { id: number; name: string }[];
}

/** Something the customer may decide about who serves him. */
export interface VisitHandOver {
  id: number;
  state: "WAITING" | "DONE";
  relationId: number;
  conversationId: number | null;
  from: string;
  to: string;
  until: string | null;
  history: "ASKED" | "GIVEN" | "REFUSED";
}

export interface VisitWait {
  id: number;
  wayCode: string;
  title: string;
  reason: "ACCEPTANCE" | "UNASSIGNED";
  since: string;
}

export interface VisitWay {
  code: string;
  orgId: number;
  company: VisitCompany;
  title: string;
  person: VisitCard | null;
  needs: string[];
  accepting: boolean;
  direct: boolean;
  notice: VisitNotice;
  known: VisitThread | null;
}

export interface VisitMe {
  id: number;
  /** All ids under which his entries stand. */
  ids: number[];
  orgId: number;
  name: string;
  level: "ANONYMOUS" | "VERIFIED" | "HOST_SIGNED";
  email: string | null;
  phone: string | null;
  company: VisitCompany;
  replyByEmail: boolean;
  notice: VisitNotice;
  consent: number | null;
  threads: VisitThread[];
  waits: VisitWait[];
}

export interface VisitOpened {
  token: string | null;
  me: VisitMe;
  result: "OPEN" | "WAITING";
  thread: VisitThread | null;
  wait: VisitWait | null;
}

export interface VisitCode {
  id: number;
  expiresAt: string;
}

export interface VisitProved {
  me: VisitMe;
  joined: boolean;
}

export type ReportReason = "SPAM" | "HARASSMENT" | "FRAUD" | "OTHER";

/** A product that is offered. */
export interface VisitProduct {
  id: number;
  name: string;
  number: string;
  price: { minor: number; currency: string } | null;
  description: string;
  link: string;
  /** Paths that need no token. */
  pictures: string[];
}

/** A link or an article that an employee sent. */
export interface VisitMaterial {
  /** 0: not noted any more. */
  openId: number;
  kind: "LINK" | "ARTICLE";
  title: string;
  text: string;
  url: string;
  cover: boolean;
}

export interface VisitArchive {
  /** Somebody who serves him is archived. */
  asks: boolean;
  state: "OPEN" | "AGREED" | "REFUSED";
  since: string | null;
  version: number;
  notice: string;
}
