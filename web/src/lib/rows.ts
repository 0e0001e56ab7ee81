import type { Entry } from "@/api/types";
import type { Outgoing } from "./outgoing";
import { sameDay } from "./times";

/** One line of the history as it is drawn. Keys stay the same when a message on its way becomes an entry. */
export type Row =
  | { type: "begin"; key: string; hidden: boolean }
  | { type: "day"; key: string; at: string }
  | { type: "time"; key: string; at: string }
  | { type: "unread"; key: string }
  | { type: "system"; key: string; entry: Entry }
  | { type: "recalled"; key: string; entry: Entry }
  | { type: "message"; key: string; entry: Entry; mine: boolean; first: boolean }
  | { type: "outgoing"; key: string; item: Outgoing; first: boolean };

const GROUP_MS = 3 * 60_000;
const GAP_MS = 5 * 60_000;

interface Input {
  entries: Entry[];
  outbox: Outgoing[];
  me: number;
  /** The first entry this member may see. */
  fromSeq: number;
  /** What was read when the conversation was opened; the unread line stands behind it. */
  readSeq: number | null;
}

interface Before {
  sender: number | null;
  at: string | null;
}

/** Puts day lines, gaps, the unread line and groups of one person between the entries. */
export function rowsOf({ entries, outbox, me, fromSeq, readSeq }: Input): Row[] {
  const rows: Row[] = [];
  const before: Before = { sender: null, at: null };
  const first = entries[0];
  if (first && first.seq <= Math.max(1, fromSeq)) rows.push({ type: "begin", key: "begin", hidden: first.seq > 1 });
  let unreadShown = readSeq === null;
  for (const entry of entries) {
    if (entry.kind === "RECALL") continue;
    if (!unreadShown && entry.seq > (readSeq ?? 0) && entry.sender !== me) {
      unreadShown = true;
      rows.push({ type: "unread", key: "unread" });
      before.sender = null;
    }
    times(rows, before, entry.at, entry.seq);
    rows.push(rowOf(entry, me, before));
    before.sender = entry.kind === "SYSTEM" || entry.recalledBy || entry.body.erased ? null : entry.sender;
    before.at = entry.at;
  }
  const sent = new Set(entries.slice(-200).map((entry) => (entry.sender === me ? entry.key : null)));
  for (const item of outbox) {
    if (sent.has(item.key)) continue;
    times(rows, before, item.at, item.key);
    rows.push({ type: "outgoing", key: `k-${item.key}`, item, first: startsGroup(before, me, item.at) });
    before.sender = me;
    before.at = item.at;
  }
  return rows;
}

function rowOf(entry: Entry, me: number, before: Before): Row {
  if (entry.kind === "SYSTEM") return { type: "system", key: `s-${entry.seq}`, entry };
  if (entry.recalledBy || entry.body.erased) return { type: "recalled", key: `s-${entry.seq}`, entry };
  const mine = entry.sender === me;
  const key = mine && entry.key ? `k-${entry.key}` : `s-${entry.seq}`;
  return { type: "message", key, entry, mine, first: startsGroup(before, entry.sender, entry.at) };
}

function times(rows: Row[], before: Before, at: string, id: number | string) {
  if (before.at === null || !sameDay(before.at, at)) {
    rows.push({ type: "day", key: `d-${id}`, at });
    before.sender = null;
  } else if (Date.parse(at) - Date.parse(before.at) > GAP_MS) {
    rows.push({ type: "time", key: `t-${id}`, at });
    before.sender = null;
  }
}

function startsGroup(before: Before, sender: number, at: string): boolean {
  return before.sender !== sender || before.at === null || Date.parse(at) - Date.parse(before.at) > GROUP_MS;
}

/** A first guess of a row's height, so that the scroll bar hardly moves while rows are measured. */
export function estimate(row: Row | undefined): number {
  if (!row) return 60;
  if (row.type === "message" || row.type === "outgoing") {
    const body = row.type === "message" ? row.entry.body : row.item.body;
    const kind = row.type === "message" ? row.entry.kind : row.item.kind;
    const lines = Math.ceil((body.text?.length ?? 0) / 36) + (body.text?.split("\n").length ?? 1) - 1;
    const content =
      kind === "IMAGE" ? 200 : kind === "CARD" ? 168 : kind === "FILE" ? 70 : 18 + Math.max(1, lines) * 22;
    return content + (row.first ? 28 : 4);
  }
  return row.type === "day" ? 44 : 32;
}
