import { expect, it } from "vitest";
import { wordsOf } from "./words-of";

it("takes a word from each line, once", () => {
  expect(wordsOf(" 飞单 \r\n\n私下转账\n飞单\n VX ")).toEqual(["飞单", "私下转账", "VX"]);
});
