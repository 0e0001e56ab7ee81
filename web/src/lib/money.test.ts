import { expect, it } from "vitest";
import { amountOf, minorOf, moneyText } from "./money";

it("keeps money in its smallest unit", () => {
  expect(moneyText(12_800, "CNY", "zh-CN")).toBe("¥128.00");
  expect(moneyText(1_980, "JPY", "en-US")).toBe("¥1,980");
  expect(minorOf("128.5", "CNY")).toBe(12_850);
  expect(minorOf("1,280", "JPY")).toBe(1_280);
  expect(minorOf("0.29", "USD")).toBe(29);
  expect(amountOf(12_850, "CNY")).toBe("128.50");
});

it("refuses what is no amount", () => {
  for (const typed of ["", "x", "-1", "1.234", "1e3"]) expect(minorOf(typed, "CNY")).toBeNull();
  expect(minorOf("1.5", "JPY")).toBeNull();
});
