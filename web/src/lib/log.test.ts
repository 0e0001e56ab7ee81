import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  apply,
  applyAll,
  type ConversationLog,
  closeIsland,
  fromServer,
  growIsland,
  inOrder,
  lastSeq,
  openIsland,
  prepend,
  read,
  totalUnread,
} from "./log";
import { conversation, entry, history } from "./samples";

const ME = 1;

function empty(): ConversationLog {
  return { info: conversation(), entries: [], island: null };
}

function pushedTo(log: ConversationLog, ...seqs: number[]): ConversationLog {
  return seqs.reduce((held, seq) => apply(held, entry(seq), { seq, no: seq }, ME).log, log);
}

describe("entries", () => {
  it("are applied when they are exactly the next", () => {
    expect(pushedTo(empty(), 1, 2, 3).entries.map((each) => each.seq)).toEqual([1, 2, 3]);
  });

  it("are dropped when known", () => {
    expect(pushedTo(empty(), 1, 2, 2, 1).entries.map((each) => each.seq)).toEqual([1, 2]);
  });

  it("leave a hole open and say so", () => {
    const applied = apply(pushedTo(empty(), 1), entry(3), { seq: 3, no: 3 }, ME);

    expect(applied.hole).toBe(true);
    expect(lastSeq(applied.log)).toBe(1);
    expect(applied.log.info.unread).toBe(3);
  });

  it("reach the same state as a fresh fetch in any order, with repeats", () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.nat(30), { minLength: 1, maxLength: 40 })
          .chain((kinds) =>
            fc.tuple(
              fc.constant(kinds),
              fc.array(fc.nat(kinds.length - 1), { maxLength: 120 }),
              fc.integer({ min: 1, max: 20 }),
            ),
          ),
        ([kinds, order, pageSize]) => {
          const { pushed, fresh } = history(kinds);
          let known = 0;
          let log = empty();
          for (const index of [...order, ...pushed.keys()]) {
            const each = pushed[index];
            if (!each) continue;
            known = Math.max(known, each.seq);
            const head = { seq: known, no: pushed[known - 1]?.no ?? 0 };
            let applied = apply(log, each, head, ME);
            while (applied.hole) {
              const after = lastSeq(applied.log);
              // The server answers a pull with what is true then: targets of later recalls come stripped.
              applied = applyAll(applied.log, fresh.slice(after, Math.min(known, after + pageSize)), known, ME);
            }
            log = applied.log;
          }
          expect(log.entries).toEqual(fresh);
          expect(log.info.unread).toBe(fresh.at(-1)?.no);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("recalls", () => {
  it("take the text from the message and from the quotes of it", () => {
    const quote = { seq: 1, sender: 2, kind: "TEXT" as const, excerpt: "text 1" };
    let log = apply(pushedTo(empty(), 1), entry(2, { quote }), { seq: 2, no: 2 }, ME).log;
    log = apply(log, entry(3, { kind: "RECALL", target: 1, no: 2 }), { seq: 3, no: 2 }, ME).log;

    expect(log.entries[0]?.body).toEqual({});
    expect(log.entries[0]?.recalledBy?.seq).toBe(3);
    expect(log.entries[1]?.quote?.excerpt).toBeNull();
    expect(log.info.unread).toBe(2);
  });
});

describe("unread", () => {
  it("is the head's number less the read one, never below nothing", () => {
    const log = pushedTo(empty(), 1, 2, 3);

    expect(log.info.unread).toBe(3);
    expect(read(log, { seq: 2, no: 2 }).info.unread).toBe(1);
    expect(read(log, { seq: 9, no: 9 }).info.unread).toBe(0);
  });

  it("never grows by a mark that comes late", () => {
    const log = read(pushedTo(empty(), 1, 2, 3), { seq: 3, no: 3 });

    expect(read(log, { seq: 1, no: 1 }).info).toEqual(log.info);
  });

  it("does not count what I wrote myself", () => {
    const log = apply(empty(), entry(1, { sender: ME }), { seq: 1, no: 1 }, ME).log;

    expect(log.info.unread).toBe(0);
  });

  it("keeps a mention until it is read", () => {
    const meant = entry(1, { body: { text: "@我", mentions: [ME] } });
    const log = apply(empty(), meant, { seq: 1, no: 1 }, ME).log;

    expect(log.info.mentionSeq).toBe(1);
    expect(read(log, { seq: 1, no: 1 }).info.mentionSeq).toBeNull();
  });

  it("sums only what is not muted", () => {
    const loud = pushedTo(empty(), 1, 2);
    const muted = { ...loud, info: { ...loud.info, id: 2, muted: true } };

    expect(totalUnread([loud, muted])).toBe(2);
  });
});

describe("a sync", () => {
  it("joins the tail that overlaps", () => {
    const log = fromServer(
      conversation({ seq: 4, messageNo: 4 }),
      [entry(2), entry(3), entry(4)],
      pushedTo(empty(), 1, 2),
    );

    expect(log.entries.map((each) => each.seq)).toEqual([1, 2, 3, 4]);
  });

  it("starts again from its tail when a stretch is missing between", () => {
    const log = fromServer(conversation({ seq: 9, messageNo: 9 }), [entry(8), entry(9)], pushedTo(empty(), 1, 2));

    expect(log.entries.map((each) => each.seq)).toEqual([8, 9]);
  });

  it("that brings nothing new keeps what is held", () => {
    const held = pushedTo(empty(), 1, 2);
    const log = fromServer(conversation({ seq: 2, messageNo: 2, title: "新名字" }), [], held);

    expect(log.entries).toEqual(held.entries);
    expect(log.info).toMatchObject({ title: "新名字", last: held.info.last });
  });

  it("with only what is new joins what is held, whatever was cut off before it", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(30), { minLength: 2, maxLength: 40 }),
        fc.nat(40),
        fc.nat(40),
        fc.integer({ min: 1, max: 20 }),
        (kinds, held, known, most) => {
          const { pushed, fresh } = history(kinds);
          const seq = fresh.length;
          const before = pushed.slice(0, Math.min(held, seq));
          const log = before.reduce((each, next) => apply(each, next, { seq: next.seq, no: next.no }, ME).log, empty());
          // The cursor may be older than what came live since.
          const tail = fresh.slice(Math.max(Math.min(known, before.length), seq - most));
          const info = conversation({ seq, messageNo: fresh.at(-1)?.no ?? 0, last: tail.at(-1) ?? null });

          const synced = fromServer(info, tail, log);

          expect(synced.entries).toEqual(fresh.slice(-synced.entries.length));
          expect(lastSeq(synced)).toBe(seq);
          expect(synced.info.last?.seq).toBe(seq);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("does not take back what an event has said", () => {
    const held = read(pushedTo(empty(), 1, 2, 3), { seq: 3, no: 3 });
    const log = fromServer(conversation({ seq: 2, messageNo: 2, readSeq: 1, readNo: 1 }), [entry(2)], held);

    expect(log.info).toMatchObject({ seq: 3, messageNo: 3, readSeq: 3, unread: 0 });
    expect(lastSeq(log)).toBe(3);
  });

  it("asked for before somebody was mentioned and the group renamed takes neither back", () => {
    const meant = entry(3, { body: { text: "@我", mentions: [ME] } });
    const renamed = entry(4, { kind: "SYSTEM", no: 3, body: { event: "TITLE", title: "新名字" } });
    const came = entry(5, { kind: "SYSTEM", no: 3, body: { event: "JOINED", members: [9], memberTotal: 4 } });
    const held = [meant, renamed, came].reduce(
      (log, each) => apply(log, each, { seq: each.seq, no: each.no }, ME).log,
      pushedTo(empty(), 1, 2),
    );

    const log = fromServer(conversation({ seq: 2, messageNo: 2, last: entry(2) }), [entry(1), entry(2)], held);

    expect(log.info).toMatchObject({ title: "新名字", memberCount: 4, mentionSeq: 3, seq: 5 });
    expect(log.info.last?.seq).toBe(5);
  });
});

describe("history", () => {
  const held = fromServer(conversation({ seq: 50, messageNo: 50 }), [entry(49), entry(50)]);

  it("grows upwards without a hole", () => {
    expect(prepend(held, [entry(47), entry(48)]).entries.map((each) => each.seq)).toEqual([47, 48, 49, 50]);
    expect(prepend(held, [entry(40), entry(41)])).toBe(held);
  });

  it("opens an island for a jump, which joins once it reaches the newest stretch", () => {
    const far = openIsland(held, [entry(10), entry(11)]);
    expect(far.island?.map((each) => each.seq)).toEqual([10, 11]);

    const middle = Array.from({ length: 37 }, (_, index) => entry(12 + index));
    const joined = growIsland(far, middle);
    expect(joined.island).toBeNull();
    expect(joined.entries[0]?.seq).toBe(10);
    expect(joined.entries).toHaveLength(41);
    expect(closeIsland(far).island).toBeNull();
  });
});

describe("the list", () => {
  it("shows pinned ones first, then what moved last", () => {
    const log = (id: number, movedAt: string, pinned = false) => ({
      ...empty(),
      info: conversation({ id, movedAt, pinned }),
    });

    const order = inOrder([
      log(1, "2026-11-22T01:00:00Z"),
      log(2, "2026-11-22T02:00:00Z"),
      log(3, "2026-11-20T00:00:00Z", true),
    ]);

    expect(order.map((each) => each.info.id)).toEqual([3, 2, 1]);
  });
});

describe("an erased customer", () => {
  const said = [entry(1, { sender: 7 }), entry(2, { quote: { seq: 1, sender: 7, kind: "TEXT", excerpt: "text 1" } })];
  const gone = entry(3, { kind: "SYSTEM", no: 2, body: { event: "ERASED", by: 7, members: [7], memberTotal: 1 } });

  function told(kind: "GROUP" | "CUSTOMER") {
    const held: ConversationLog = { info: conversation({ kind, seq: 2, messageNo: 2 }), entries: said, island: null };
    return apply(held, gone, { seq: 3, no: 2 }, ME).log.entries;
  }

  it("leaves nothing of what was said in his thread, and the numbers as they were", () => {
    expect(told("CUSTOMER").map(({ seq, no, body }) => [seq, no, body.erased ?? false])).toEqual([
      [1, 1, true],
      [2, 2, true],
      [3, 2, false],
    ]);
  });

  it("leaves a group what others said, without what they quoted of him", () => {
    const [his, other] = told("GROUP");
    expect(his?.body).toEqual({ erased: true });
    expect(other?.body.text).toBe("text 2");
    expect(other?.quote?.excerpt).toBeNull();
  });
});
