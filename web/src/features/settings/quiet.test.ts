import { expect, it } from "vitest";
import { quietUntil } from "./quiet";

it("ends an hour later, tomorrow or on the next Monday", () => {
  const friday = new Date(2026, 10, 27, 20, 15);

  expect(quietUntil("quietHour", friday)).toEqual(new Date(2026, 10, 27, 21, 15));
  expect(quietUntil("quietMorning", friday)).toEqual(new Date(2026, 10, 28, 9));
  expect(quietUntil("quietMonday", friday)).toEqual(new Date(2026, 10, 30, 9));
});

it("means the Monday after this one on a Monday", () => {
  expect(quietUntil("quietMonday", new Date(2026, 10, 30, 8))).toEqual(new Date(2026, 11, 7, 9));
  expect(quietUntil("quietMonday", new Date(2026, 10, 29, 8))).toEqual(new Date(2026, 10, 30, 9));
});
