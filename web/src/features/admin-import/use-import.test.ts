import { expect, it } from "vitest";
import { choicesOf, fileFlaw, percentOf, stepOf } from "./use-import";

it.each([
  ["员工.xlsx", 100, null],
  ["MEMBERS.CSV", 100, null],
  ["members.xls", 100, "wrongType"],
  ["members.csv", 21 * 1024 * 1024, "tooBig"],
] as const)("judges %s before it is sent", (name, size, flaw) => {
  expect(fileFlaw({ name, size })).toBe(flaw);
});

it("offers all-or-nothing only when every row is good, skipping only when there is something to skip", () => {
  expect(choicesOf({ good: 10, bad: 0 })).toEqual({ all: true, skip: false });
  expect(choicesOf({ good: 10, bad: 2 })).toEqual({ all: false, skip: true });
  expect(choicesOf({ good: 0, bad: 2 })).toEqual({ all: false, skip: false });
  expect(choicesOf({ good: 0, bad: 0 })).toEqual({ all: false, skip: false });
});

it("knows how far it is", () => {
  expect(percentOf({ done: 0, rows: 0 })).toBe(0);
  expect(percentOf({ done: 1, rows: 3 })).toBe(33);
  expect([null, "CHECKING", "CHECKED", "RUNNING", "DONE", "FAILED"].map((state) => stepOf(state as never))).toEqual([
    0, 1, 1, 2, 3, 3,
  ]);
});
