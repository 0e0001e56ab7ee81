import type { CustomerImport, CustomerImportState, CustomerRowState } from "@/api/crm-types";
import type { Tone } from "@/ui/state-tag";

const MAX_BYTES = 20 * 1024 * 1024;

/** What a file can be refused for before it is sent. */
export function fileFlaw(file: { name: string; size: number }): "wrongType" | "tooBig" | null {
  if (!/\.(xlsx|csv)$/i.test(file.name)) return "wrongType";
  return file.size > MAX_BYTES ? "tooBig" : null;
}

type Numbers = Pick<CustomerImport, "known" | "ready" | "matched" | "made" | "completed" | "skipped" | "failed">;

/** How many rows are to be written, and how many were. */
export function progressOf({ known, ready, matched, made, completed, skipped, failed }: Numbers) {
  const all = known === "COMPLETE" ? ready + matched : ready;
  // Known ones that were left out at once are no work.
  const done = made + completed + failed + Math.max(0, known === "COMPLETE" ? skipped : skipped - matched);
  return { all, done: Math.min(all, done), percent: all === 0 ? 0 : Math.min(100, Math.round((done / all) * 100)) };
}

export const JOB_TONES: Record<CustomerImportState, Tone> = {
  CHECKED: "warn",
  RUNNING: "busy",
  DONE: "good",
  CANCELLED: "quiet",
};

export const ROW_TONES: Record<CustomerRowState, Tone> = {
  READY: "busy",
  KNOWN: "warn",
  BAD: "bad",
  MADE: "good",
  COMPLETED: "good",
  SKIPPED: "quiet",
  FAILED: "bad",
};
