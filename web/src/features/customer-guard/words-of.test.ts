import { expect, it } from "vitest";
import { dayStart } from "./use-guard";
import { wordsOf } from "./words-of";

it("takes a word from each line, once", () => {
  expect(wordsOf(" 飞单 \r\n\n私下转账\n飞单\n VX ")).toEqual(["飞单", "私下转账", "VX"]);
});

it("turns a day into the moment it begins", () => {
  expect(dayStart("")).toBeNull();
  expect(dayStart("2026-11-27")).toBe(new Date(2026, 10, 27).toISOString());
  expect(dayStart("2026-11-30", 1)).toBe(new Date(2026, 11, 1).toISOString());
});
