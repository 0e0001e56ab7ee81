import type { Conversation, Entry } from "@/api/types";

/**
 * What this device holds of one conversation. `entries` reaches, without a hole, up to the newest entry known to be applied;
 * `island` is a stretch further back that is looked at after a jump, until it grows together with `entries`.
 */
export interface ConversationLog {
  info: Conversation;
  entries: Entry[];
  island: Entry[] | null;
}

export interface Head {
  seq: number;
  no: number;
}

export interface Applied {
  log: ConversationLog;
  /** Entries are missing between what is held and what arrived: pull after the last held one. */
  hole: boolean;
}

/** The newest applied seq; 0 when nothing is held. */
export function lastSeq(log: ConversationLog): number {
  return log.entries.at(-1)?.seq ?? 0;
}

/** The oldest seq of the newest stretch. */
export function firstSeq(log: ConversationLog): number {
  return log.entries[0]?.seq ?? 0;
}

/** A conversation as a sync or a fetch gives it, over what was held before. */
export function fromServer(info: Conversation, tail: Entry[], held?: ConversationLog): ConversationLog {
  const newest = tail.length > 0 ? tail : info.last && info.last.seq === info.seq ? [info.last] : [];
  if (!held) return { info, entries: newest, island: null };
  const merged = { ...held, info: newer(held.info, info) };
  const first = newest[0];
  if (!first || lastSeq(held) === 0 || first.seq > lastSeq(held) + 1) {
    return newest.length === 0 || lastSeq(held) >= info.seq ? merged : { ...merged, entries: newest, island: null };
  }
  return newest.reduce((log, entry) => append(log, entry), merged);
}

/** A fetched conversation must not take back what a newer event has said already. */
function newer(held: Conversation, fetched: Conversation): Conversation {
  const said = held.last?.seq ?? 0;
  const info = {
    ...fetched,
    last: said > (fetched.last?.seq ?? 0) ? held.last : fetched.last, // a sync leaves out what this device holds
    seq: Math.max(held.seq, fetched.seq),
    messageNo: Math.max(held.messageNo, fetched.messageNo),
  };
  info.movedAt = later(held.movedAt, info.movedAt);
  if (said > fetched.seq) {
    info.title = held.title;
    info.memberCount = held.memberCount;
    if ((held.mentionSeq ?? 0) > fetched.seq) info.mentionSeq = held.mentionSeq;
  }
  if (held.readSeq > info.readSeq) {
    info.readSeq = held.readSeq;
    info.readNo = Math.max(held.readNo, info.readNo);
    if (info.mentionSeq !== null && info.mentionSeq <= info.readSeq) info.mentionSeq = null;
  }
  return withUnread(info);
}

/** ISO instants in UTC sort as text. */
function later(one: string, other: string): string {
  return [one, other].sort()[1] ?? one;
}

function withUnread(info: Conversation): Conversation {
  return { ...info, unread: Math.max(0, info.messageNo - info.readNo) };
}

/** An entry pushed by the server: applied only when it is exactly the next one. */
export function apply(log: ConversationLog, entry: Entry, head: Head, me: number): Applied {
  const info = withUnread({
    ...log.info,
    seq: Math.max(log.info.seq, head.seq, entry.seq),
    messageNo: Math.max(log.info.messageNo, head.no),
    movedAt: later(entry.at, log.info.movedAt),
  });
  const known = { ...log, info };
  const last = lastSeq(log);
  if (last !== 0 && entry.seq <= last) return { log: known, hole: false };
  const next = last === 0 ? entry.seq === Math.max(1, log.info.fromSeq) : entry.seq === last + 1;
  if (!next) return { log: known, hole: true };
  return { log: mentioned(ownIsRead(append(known, entry), entry, me), entry, me), hole: false };
}

/** A pulled stretch, ascending. What joins is applied, what is known is dropped. */
export function applyAll(log: ConversationLog, items: Entry[], head: number, me: number): Applied {
  let applied: Applied = { log, hole: false };
  for (const entry of items) {
    const held = applied.log;
    const fresh = lastSeq(held) === 0 ? { ...held, entries: [entry] } : null;
    applied = fresh
      ? { log: mentioned(ownIsRead(fresh, entry, me), entry, me), hole: false }
      : apply(held, entry, { seq: head, no: Math.max(held.info.messageNo, entry.no) }, me);
  }
  const info = { ...applied.log.info, seq: Math.max(applied.log.info.seq, head) };
  return { log: { ...applied.log, info }, hole: lastSeq(applied.log) < info.seq };
}

/** Entries before the newest stretch, from scrolling up. */
export function prepend(log: ConversationLog, items: Entry[]): ConversationLog {
  const first = firstSeq(log);
  const older = items.filter((entry) => entry.seq < first);
  if (older.at(-1)?.seq !== first - 1) return log;
  return { ...log, entries: [...older, ...log.entries] };
}

/** A stretch around an entry further back than what is held. */
export function openIsland(log: ConversationLog, items: Entry[]): ConversationLog {
  return joinIsland({ ...log, island: items });
}

export function growIsland(log: ConversationLog, items: Entry[]): ConversationLog {
  if (!log.island) return log;
  const first = log.island[0]?.seq ?? 0;
  const last = log.island.at(-1)?.seq ?? 0;
  const older = items.filter((entry) => entry.seq < first);
  const newer = items.filter((entry) => entry.seq > last);
  const joins = (older.length === 0 || older.at(-1)?.seq === first - 1) && (newer[0]?.seq ?? last + 1) === last + 1;
  return joins ? joinIsland({ ...log, island: [...older, ...log.island, ...newer] }) : log;
}

function joinIsland(log: ConversationLog): ConversationLog {
  const first = firstSeq(log);
  const island = log.island ?? [];
  if ((island.at(-1)?.seq ?? 0) < first - 1) return log;
  const before = island.filter((entry) => entry.seq < first);
  return { ...log, entries: [...before, ...log.entries], island: null };
}

export function closeIsland(log: ConversationLog): ConversationLog {
  return log.island ? { ...log, island: null } : log;
}

function append(log: ConversationLog, entry: Entry): ConversationLog {
  if (log.entries.length > 0 && entry.seq !== lastSeq(log) + 1) return log;
  const info = changedBy(log.info, entry);
  const grown = { ...log, info, entries: [...log.entries, entry] };
  if (entry.body.event === "ERASED") return erased(grown, entry.body.members ?? []);
  return entry.kind === "RECALL" && entry.target !== null ? recalled(grown, entry, entry.target) : grown;
}

/** A customer is no longer known: in his thread nothing that was said stays, in a group nothing of his. */
function erased(log: ConversationLog, members: number[]): ConversationLog {
  const gone = (sender: number) => log.info.kind === "CUSTOMER" || members.includes(sender);
  const change = (entry: Entry): Entry => {
    if (entry.kind === "SYSTEM") return entry;
    if (gone(entry.sender)) return { ...entry, body: { erased: true }, quote: null };
    return entry.quote && gone(entry.quote.sender) ? { ...entry, quote: { ...entry.quote, excerpt: null } } : entry;
  };
  return { ...log, entries: log.entries.map(change), island: log.island?.map(change) ?? null };
}

/** The target loses its text, and so do the quotes of it. */
function recalled(log: ConversationLog, recall: Entry, target: number): ConversationLog {
  const by = { seq: recall.seq, by: recall.sender, at: recall.at };
  const change = (entry: Entry): Entry => {
    if (entry.seq === target && entry.recalledBy === null) return { ...entry, body: {}, quote: null, recalledBy: by };
    if (entry.quote?.seq === target) return { ...entry, quote: { ...entry.quote, excerpt: null } };
    return entry;
  };
  const info = log.info.mentionSeq === target ? { ...log.info, mentionSeq: null } : log.info;
  return { info, entries: log.entries.map(change), island: log.island?.map(change) ?? null };
}

function changedBy(info: Conversation, entry: Entry): Conversation {
  const changed: Conversation = { ...info, seq: Math.max(info.seq, entry.seq), last: entry };
  if (entry.kind !== "SYSTEM") return changed;
  if (entry.body.event === "TITLE" && entry.body.title !== undefined) changed.title = entry.body.title;
  if (entry.body.memberTotal !== undefined) changed.memberCount = entry.body.memberTotal;
  return changed;
}

/** Who writes has read what stood before; the server's mark moves with it and is not told again (docs/protocol.md 3). */
function ownIsRead(log: ConversationLog, entry: Entry, me: number): ConversationLog {
  const written = ["TEXT", "IMAGE", "FILE", "CARD"].includes(entry.kind);
  if (entry.sender !== me || (!written && log.info.readNo < entry.no - 1)) return log;
  return read(log, entry);
}

function mentioned(log: ConversationLog, entry: Entry, me: number): ConversationLog {
  const meant = entry.body.mentionAll === true || (entry.body.mentions ?? []).includes(me);
  if (!meant || entry.sender === me || entry.seq <= log.info.readSeq) return log;
  return { ...log, info: { ...log.info, mentionSeq: entry.seq } };
}

/** Read up to here, on this device or another one. A mark never goes back. */
export function read(log: ConversationLog, mark: Head): ConversationLog {
  const { info } = log;
  if (mark.seq <= info.readSeq && mark.no <= info.readNo) return log;
  const readSeq = Math.max(info.readSeq, mark.seq);
  const mentionSeq = info.mentionSeq !== null && info.mentionSeq <= readSeq ? null : info.mentionSeq;
  return { ...log, info: withUnread({ ...info, readSeq, readNo: Math.max(info.readNo, mark.no), mentionSeq }) };
}

export function prefer(
  log: ConversationLog,
  preferences: Partial<Pick<Conversation, "muted" | "pinned">>,
): ConversationLog {
  return { ...log, info: { ...log.info, ...preferences } };
}

/** Pinned first, then the most recently moved. */
export function inOrder(logs: Iterable<ConversationLog>): ConversationLog[] {
  return [...logs].sort(
    (one, other) =>
      Number(other.info.pinned) - Number(one.info.pinned) ||
      (other.info.movedAt > one.info.movedAt
        ? 1
        : other.info.movedAt < one.info.movedAt
          ? -1
          : other.info.id - one.info.id),
  );
}

/** What the badge of the rail counts: unread messages of conversations that are not muted. */
export function totalUnread(logs: Iterable<ConversationLog>): number {
  let total = 0;
  for (const { info } of logs) {
    if (!info.muted) total += info.unread;
  }
  return total;
}
