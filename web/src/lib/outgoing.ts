import type { Problem } from "@/api/http";
import type { EntryBody, MessageKind, Quote } from "@/api/types";

/** A message on its way. It stays on the device, also over a reload, until the server has acknowledged it under its key. */
export interface Outgoing {
  key: string;
  conversation: number;
  kind: MessageKind;
  body: EntryBody;
  quote: Quote | null;
  at: string;
  state: "uploading" | "sending" | "failed";
  problem?: Pick<Problem, "code" | "params">;
  /** 0…1 while the file's bytes leave. */
  progress?: number;
  /** An object URL of the picture, as long as this page lives. */
  preview?: string;
}
