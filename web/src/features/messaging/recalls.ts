import type { EntryBody } from "@/api/types";

const REEDIT_MS = 5 * 60_000;
const kept = new Map<string, { body: EntryBody; until: number }>();

/** Keeps an own text for five minutes after its recall, on this device only, so that it can be written again. */
export function remember(conversation: number, seq: number, body: EntryBody) {
  kept.set(`${conversation}.${seq}`, { body, until: Date.now() + REEDIT_MS });
}

export function remembered(conversation: number, seq: number): EntryBody | null {
  const found = kept.get(`${conversation}.${seq}`);
  if (!found || found.until < Date.now()) return null;
  return found.body;
}
