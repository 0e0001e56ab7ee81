import { expect, it } from "vitest";
import { fenOf, money } from "./money";
import { daysOf, sum, unitsByChannel } from "./usage";
import { isOver, type Usage } from "./use-notice";

const usage = (day: string, channel: Usage["channel"], units: number): Usage => ({
  day,
  channel,
  sent: 1,
  delivered: 1,
  failed: 0,
  units,
  costFen: units * 5,
});

it("leaves out no day between the first and the last", () => {
  const all = [usage("2026-12-02", "SMS", 3), usage("2026-11-30", "EMAIL", 1), usage("2026-12-02", "EMAIL", 2)];
  const days = daysOf(all);
  expect(days).toHaveLength(14);
  expect(days.slice(-3)).toEqual(["2026-11-30", "2026-12-01", "2026-12-02"]);
  expect(daysOf([...all, usage("2026-11-01", "SMS", 1)])).toHaveLength(32);
  expect(unitsByChannel(all, days.slice(-3))).toEqual([
    { channel: "EMAIL", values: [1, 0, 2] },
    { channel: "SMS", values: [0, 0, 3] },
  ]);
  expect(sum(all)).toEqual({ sent: 3, delivered: 3, failed: 0, units: 6, costFen: 30 });
});

it("draws nothing when nothing happened", () => {
  expect(daysOf([])).toEqual([]);
  expect(unitsByChannel([], [])).toEqual([]);
});

it("keeps money in fen", () => {
  expect(fenOf(0.055)).toBe(6);
  expect(fenOf(1.1)).toBe(110);
  expect(fenOf(null)).toBeNull();
  expect(money(1234, "zh-CN")).toBe("¥12.34");
});

it("watches a trial until nothing more comes", () => {
  expect(isOver({ state: "SENT", answered: false })).toBe(false);
  expect(isOver({ state: "DELIVERED", answered: false })).toBe(false);
  expect(isOver({ state: "DELIVERED", answered: true })).toBe(true);
  expect(isOver({ state: "FAILED", answered: false })).toBe(true);
});
