import { expect, it } from "vitest";
import type { Outgoing } from "./outgoing";
import { rowsOf } from "./rows";
import { entry } from "./samples";

const ME = 1;
const at = (minute: number, second = 0) => new Date(2026, 10, 22, 9, minute, second).toISOString();
const base = { outbox: [], me: ME, fromSeq: 1, readSeq: null };
const types = (rows: { type: string }[]) => rows.map((row) => row.type);

it("groups one person's messages within three minutes", () => {
  const entries = [entry(1, { at: at(0) }), entry(2, { at: at(2) }), entry(3, { at: at(2), sender: 3 })];

  const firsts = rowsOf({ ...base, entries }).flatMap((row) => (row.type === "message" ? [row.first] : []));

  expect(firsts).toEqual([true, false, true]);
});

it("says the time at gaps of more than five minutes and the day when it changes", () => {
  const yesterday = new Date(2026, 10, 21, 23, 59).toISOString();
  const entries = [
    entry(1, { at: yesterday }),
    entry(2, { at: at(0) }),
    entry(3, { at: at(5) }),
    entry(4, { at: at(11) }),
  ];

  expect(types(rowsOf({ ...base, entries }))).toEqual([
    "begin",
    "day",
    "message",
    "day",
    "message",
    "message",
    "time",
    "message",
  ]);
});

it("draws the unread line before the first message of others that was not read", () => {
  const entries = [entry(1, { at: at(0) }), entry(2, { at: at(0), sender: ME }), entry(3, { at: at(0) })];

  expect(types(rowsOf({ ...base, entries, readSeq: 1 }))).toEqual([
    "begin",
    "day",
    "message",
    "message",
    "unread",
    "message",
  ]);
});

it("leaves recalls out and a tombstone in", () => {
  const recalledBy = { seq: 2, by: 2, at: at(1) };
  const entries = [entry(1, { at: at(0), recalledBy, body: {} }), entry(2, { kind: "RECALL", target: 1, at: at(1) })];

  expect(types(rowsOf({ ...base, entries }))).toEqual(["begin", "day", "recalled"]);
});

it("keeps the key of a message when it is acknowledged, and shows it once", () => {
  const item: Outgoing = {
    key: "abc",
    conversation: 1,
    kind: "TEXT",
    body: { text: "hi" },
    quote: null,
    at: at(1),
    state: "sending",
  };
  const before = rowsOf({ ...base, entries: [entry(1, { at: at(0) })], outbox: [item] });
  const after = rowsOf({
    ...base,
    entries: [entry(1, { at: at(0) }), entry(2, { at: at(1), sender: ME, key: "abc" })],
    outbox: [item],
  });

  expect(before.map((row) => row.key)).toEqual(after.map((row) => row.key));
  expect(types(after)).toEqual(["begin", "day", "message", "message"]);
});

it("says that earlier messages are hidden from a newcomer", () => {
  const rows = rowsOf({ ...base, entries: [entry(7)], fromSeq: 7 });

  expect(rows[0]).toEqual({ type: "begin", key: "begin", hidden: true });
});
