import type { StoredFile } from "./types";

/** What follows a text that many customers get: docs/customer-http.md. */
export type AttachedKind = "FILE" | "LINK" | "PRODUCT" | "MATERIAL";

export interface AttachedLink {
  title: string;
  url: string;
  about: string;
  pictureId: number | null;
}

export interface Attached {
  kind: AttachedKind;
  /** The upload, the product or the material; of a link where it is kept. */
  id?: number | null;
  link?: AttachedLink | null;
}

export interface AttachedView {
  kind: AttachedKind;
  id: number | null;
  title: string;
  about: string;
  file: StoredFile | null;
  /** False: withdrawn meanwhile, customers do not get it. */
  there: boolean;
}
