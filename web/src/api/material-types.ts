import type { Card, StoredFile } from "./types";

/** The shapes of docs/material-http.md. */
export interface Price {
  /** In the currency's smallest unit. */
  minor: number;
  currency: string;
}

export interface ProductNumbers {
  sent: number;
  opened: number;
  seen: number;
  asked: number;
}

export interface Product {
  id: number;
  name: string;
  number: string;
  price: Price | null;
  description: string;
  link: string;
  pictures: StoredFile[];
  onSale: boolean;
  version: number;
  lately: ProductNumbers;
  changedAt: string;
}

export interface ProductBody {
  name: string;
  number: string;
  price: Price | null;
  description: string;
  link: string;
  pictures: number[];
  onSale: boolean;
  version: number | null;
}

export interface ProductInChat {
  place: { sent: number; opens: number; lastOpenedAt: string | null } | null;
  product: Product;
}

export interface ProductDay {
  day: string;
  numbers: ProductNumbers;
}

export interface ProductStatistics {
  days: ProductDay[];
  products: { id: number; name: string; deleted: boolean; numbers: ProductNumbers }[];
}

export interface ProductHistory {
  days: ProductDay[];
  people: { member: Card; sent: number; opened: number }[];
}

export type ShowcaseMode = "COMPANY" | "NONE" | "CHOSEN" | "ALL";

export interface CompanyShowcase {
  mode: ShowcaseMode;
  products: number[];
  mayChoose: boolean;
}

export interface OwnShowcase {
  mode: ShowcaseMode;
  products: number[];
  company: CompanyShowcase;
}

export interface ProductImport {
  fresh: number;
  changed: number;
  badRows: number;
  bad: { row: number; code: string; field: string }[];
  done: boolean;
}

export type MaterialKind = "TEXT" | "PICTURE" | "FILE" | "LINK" | "ARTICLE";
export type MaterialScope = "COMPANY" | "MINE";

export interface Material {
  id: number;
  kind: MaterialKind;
  company: boolean;
  folderId: number | null;
  title: string;
  text: string;
  url: string;
  file: StoredFile | null;
  uses: number;
  opens: number;
  version: number;
  mine: boolean;
  changedAt: string;
}

export interface MaterialBody {
  kind: MaterialKind;
  company: boolean;
  folderId: number | null;
  title: string;
  text: string;
  url: string;
  fileId: number | null;
  version: number | null;
}

export interface MaterialFolder {
  id: number;
  name: string;
  company: boolean;
  count: number;
}

export interface MaterialSend {
  id: number;
  materialId: number;
  kind: MaterialKind;
  title: string;
  sender: Card;
  conversationId: number;
  sentAt: string;
  opens: number;
  seconds: number;
  lastOpenedAt: string | null;
  customers: { customer: { id: number; name: string } | null; openedAt: string; seconds: number }[];
}
