import { expect, it } from "vitest";
import { mergeReceipts } from "./receipts";

it("keeps the higher of two counts, because an answer may be late", () => {
  const held = mergeReceipts(undefined, [{ seq: 5, read: 3, total: 9 }]);
  expect(mergeReceipts(held, [{ seq: 5, read: 2, total: 9 }])[5]?.read).toBe(3);
  expect(mergeReceipts(held, [{ seq: 5, read: 4, total: 9 }])[5]?.read).toBe(4);
});

it("takes a count of other people than before, even a lower one", () => {
  const held = mergeReceipts(undefined, [{ seq: 5, read: 3, total: 9 }]);
  expect(mergeReceipts(held, [{ seq: 5, read: 2, total: 8 }])[5]).toEqual({ seq: 5, read: 2, total: 8 });
});

it("knows that what came before a message the only reader has read is read too", () => {
  const held = mergeReceipts(undefined, [
    { seq: 3, read: 0, total: 1 },
    { seq: 5, read: 0, total: 1 },
    { seq: 8, read: 0, total: 1 },
  ]);
  const read = mergeReceipts(held, [{ seq: 5, read: 1, total: 1 }]);
  expect([3, 5, 8].map((seq) => read[seq]?.read)).toEqual([1, 1, 0]);
});

it("knows it also when the answer about the earlier message comes later", () => {
  const read = mergeReceipts(undefined, [{ seq: 5, read: 1, total: 1 }]);
  expect(mergeReceipts(read, [{ seq: 3, read: 0, total: 1 }])[3]?.read).toBe(1);
});

it("concludes nothing where several read, or nobody could", () => {
  const merged = mergeReceipts(undefined, [
    { seq: 2, read: 0, total: 0 },
    { seq: 3, read: 0, total: 2 },
    { seq: 5, read: 1, total: 1 },
  ]);
  expect([2, 3].map((seq) => merged[seq]?.read)).toEqual([0, 0]);
});
