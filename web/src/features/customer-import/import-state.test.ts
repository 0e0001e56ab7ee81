import { expect, it } from "vitest";
import { fileFlaw, progressOf } from "./import-state";

it.each([
  ["客户.xlsx", 100, null],
  ["CUSTOMERS.CSV", 100, null],
  ["customers.xls", 100, "wrongType"],
  ["customers.csv", 21 * 1024 * 1024, "tooBig"],
] as const)("judges %s before it is sent", (name, size, flaw) => {
  expect(fileFlaw({ name, size })).toBe(flaw);
});

const numbers = { ready: 10, matched: 4, made: 3, completed: 0, skipped: 4, failed: 1 };

it("counts what is written, not what was left out from the beginning", () => {
  expect(progressOf({ ...numbers, known: "SKIP" })).toEqual({ all: 10, done: 4, percent: 40 });
  expect(progressOf({ ...numbers, known: "COMPLETE", skipped: 0, completed: 3 })).toEqual({
    all: 14,
    done: 7,
    percent: 50,
  });
  expect(progressOf({ ...numbers, known: "SKIP", ready: 0 }).percent).toBe(0);
});
