import type { Receipt } from "@/api/types";

export type Receipts = Record<number, Receipt>;

/**
 * Puts read counts beside those that are held. Counts only rise: a late answer must not take one back. Where one person reads, the newest
 * message that was read speaks for all before it; the server names no other.
 */
export function mergeReceipts(held: Receipts | undefined, items: Receipt[]): Receipts {
  const merged: Receipts = { ...held };
  for (const item of items) {
    const old = merged[item.seq];
    merged[item.seq] = old && old.total === item.total && old.read > item.read ? old : item;
  }
  const all = Object.values(merged);
  const readUpTo = Math.max(0, ...all.filter((each) => each.total === 1 && each.read === 1).map((each) => each.seq));
  for (const each of all) {
    if (each.total === 1 && each.read === 0 && each.seq < readUpTo) merged[each.seq] = { ...each, read: 1 };
  }
  return merged;
}
