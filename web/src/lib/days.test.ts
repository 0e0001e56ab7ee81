import { expect, it } from "vitest";
import { dayStart } from "./days";

it("turns a day into the moment it begins where the company is", () => {
  expect(dayStart("", "Asia/Shanghai")).toBeNull();
  expect(dayStart("2026-11-27", "Asia/Shanghai")).toBe("2026-11-26T16:00:00.000Z");
  expect(dayStart("2026-11-30", "Asia/Shanghai", 1)).toBe("2026-11-30T16:00:00.000Z");
  expect(dayStart("2026-11-27", "America/New_York")).toBe("2026-11-27T05:00:00.000Z");
});

it("knows the days on which clocks are changed", () => {
  expect(dayStart("2026-03-29", "Europe/Berlin")).toBe("2026-03-28T23:00:00.000Z");
  expect(dayStart("2026-03-29", "Europe/Berlin", 1)).toBe("2026-03-29T22:00:00.000Z");
  expect(dayStart("2026-10-25", "Europe/Berlin")).toBe("2026-10-24T22:00:00.000Z");
  expect(dayStart("2026-10-26", "Europe/Berlin")).toBe("2026-10-25T23:00:00.000Z");
});
