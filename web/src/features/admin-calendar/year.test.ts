import { expect, it } from "vitest";
import type { Day } from "./use-calendar";
import { months, step, weekdayOf } from "./year";

function year(number: number): Day[] {
  const days: Day[] = [];
  for (let at = Date.UTC(number, 0, 1); at < Date.UTC(number + 1, 0, 1); at += 24 * 60 * 60_000) {
    const date = new Date(at).toISOString().slice(0, 10);
    days.push({ date, kind: "WORK", name: "", own: false, announced: true });
  }
  return days;
}

it("lays a year out in months and weeks from Monday to Sunday", () => {
  const all = months(year(2026));
  expect(all).toHaveLength(12);
  const january = all[0];
  expect(january?.weeks[0]?.map((day) => day?.date ?? null)).toEqual([
    null,
    null,
    null,
    "2026-01-01",
    "2026-01-02",
    "2026-01-03",
    "2026-01-04",
  ]);
  expect(all[1]?.weeks.flat().filter(Boolean)).toHaveLength(28);
  expect(months(year(2028))[1]?.weeks.flat().filter(Boolean)).toHaveLength(29);
  expect(weekdayOf("2026-11-27")).toBe(4);
});

it("moves by keys and stays within the year", () => {
  expect(step("ArrowRight", "2026-02-28")).toBe("2026-03-01");
  expect(step("ArrowUp", "2026-03-03")).toBe("2026-02-24");
  expect(step("PageDown", "2026-01-31")).toBe("2026-02-28");
  expect(step("PageUp", "2026-03-31")).toBe("2026-02-28");
  expect(step("Home", "2026-11-27")).toBe("2026-11-23");
  expect(step("End", "2026-11-27")).toBe("2026-11-29");
  expect(step("ArrowLeft", "2026-01-01")).toBe("2026-01-01");
  expect(step("Enter", "2026-01-01")).toBeNull();
});
