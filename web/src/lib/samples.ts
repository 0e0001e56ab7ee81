import type { Conversation, Entry, EntryBody, EntryKind } from "@/api/types";

/** Made-up conversations for tests. */
export function conversation(change: Partial<Conversation> = {}): Conversation {
  return {
    id: 1,
    kind: "GROUP",
    title: "项目组",
    external: false,
    closed: false,
    peer: null,
    faces: [],
    memberCount: 3,
    seq: 0,
    messageNo: 0,
    readSeq: 0,
    readNo: 0,
    unread: 0,
    mentionSeq: null,
    muted: false,
    pinned: false,
    role: "MEMBER",
    settings: { mentionAllAdminsOnly: false, addMembersAdminsOnly: false, historyForNewcomers: false },
    last: null,
    movedAt: "2026-11-22T01:00:00Z",
    fromSeq: 1,
    ...change,
  };
}

export function entry(seq: number, change: Partial<Entry> = {}): Entry {
  const kind: EntryKind = change.kind ?? "TEXT";
  const body: EntryBody = kind === "TEXT" ? { text: `text ${seq}` } : {};
  return {
    seq,
    no: seq,
    kind,
    sender: 2,
    at: new Date(Date.UTC(2026, 10, 22, 1, 0, seq)).toISOString(),
    key: `key-${seq}`,
    target: null,
    recalledBy: null,
    body,
    quote: null,
    ...change,
  };
}

/** A log of a server: every third or so entry recalls or answers an earlier one. */
export function history(kinds: readonly number[]): { pushed: Entry[]; fresh: Entry[] } {
  const pushed: Entry[] = [];
  let no = 0;
  kinds.forEach((kind, index) => {
    const seq = index + 1;
    const target = pushed[kind % Math.max(1, index)];
    if (kind % 3 === 0 && target?.kind === "TEXT") {
      pushed.push(entry(seq, { kind: "RECALL", target: target.seq, no }));
      return;
    }
    no++;
    const recalled = pushed.some((each) => each.target === target?.seq);
    const quotes = kind % 3 === 1 && target?.kind === "TEXT";
    const quote = quotes ? { seq: target.seq, sender: 2, kind: "TEXT" as const, excerpt: recalled ? null : "…" } : null;
    pushed.push(entry(seq, { no, quote }));
  });
  return { pushed, fresh: fresh(pushed) };
}

/** What the server answers to somebody who fetches everything now. */
function fresh(pushed: Entry[]): Entry[] {
  const recalls = new Map<number, Entry>();
  for (const each of pushed) {
    if (each.target !== null && !recalls.has(each.target)) recalls.set(each.target, each);
  }
  return pushed.map((each) => {
    const recall = recalls.get(each.seq);
    if (recall)
      return { ...each, body: {}, quote: null, recalledBy: { seq: recall.seq, by: recall.sender, at: recall.at } };
    if (each.quote && recalls.has(each.quote.seq)) return { ...each, quote: { ...each.quote, excerpt: null } };
    return each;
  });
}
