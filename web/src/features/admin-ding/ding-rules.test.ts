import { expect, it } from "vitest";
import { EVERYONE, isNobody, ladderFault, missingIn, NOBODY, nextStep, withWay } from "./ladder";
import { byDepartment, byWay, daysUntil, today } from "./statistics";
import type { Step } from "./use-ding";

const step = (afterMinutes: number, ways: Step["ways"] = ["APP"], target: Step["target"] = "PERSON"): Step => ({
  afterMinutes,
  ways,
  target,
});

it("wants a ladder that begins at once with the person and goes forward in time", () => {
  expect(ladderFault({ steps: [step(0), step(5), step(5, ["SMS"])] })).toBeNull();
  expect(ladderFault({ steps: [] })).toBe("first");
  expect(ladderFault({ steps: [step(1)] })).toBe("first");
  expect(ladderFault({ steps: [step(0, ["APP"], "MANAGER")] })).toBe("first");
  expect(ladderFault({ steps: [step(0), step(10), step(5)] })).toBe("order");
  expect(ladderFault({ steps: [step(0), step(5, [])] })).toBe("ways");
  expect(ladderFault({ steps: [step(0), step(1_441)] })).toBe("minutes");
  expect(ladderFault({ steps: [step(0), step(Number.NaN)] })).toBe("minutes");
});

it("offers a step that can always be saved", () => {
  const steps = [step(0)];
  while (steps.length < 8) {
    steps.push(nextStep(steps));
    expect(ladderFault({ steps })).toBeNull();
  }
  expect(nextStep([step(0)]).ways).toEqual(["VOICE"]);
  expect(nextStep([step(0), step(1_000, ["VOICE"])])).toMatchObject({ afterMinutes: 1_440, target: "DEPUTY" });
});

it("keeps ways in one order", () => {
  expect(withWay(["SMS", "APP"], "EMAIL", true)).toEqual(["APP", "EMAIL", "SMS"]);
  expect(withWay(["APP", "SMS"], "APP", false)).toEqual(["SMS"]);
});

it("says which ways of a ladder nothing carries", () => {
  expect(missingIn({ steps: [step(0, ["APP", "SMS"])] }, ["SMS", "VOICE"])).toEqual(["SMS"]);
});

it("knows an empty selection", () => {
  expect(isNobody(NOBODY)).toBe(true);
  expect(isNobody(EVERYONE)).toBe(false);
  expect(isNobody({ ...NOBODY, roles: [3] })).toBe(false);
});

it("counts days where the company is, also over the end of a month", () => {
  expect(today("Asia/Shanghai", new Date("2026-11-30T20:00:00Z"))).toBe("2026-12-01");
  expect(daysUntil("2026-03-01", 3)).toEqual(["2026-02-27", "2026-02-28", "2026-03-01"]);
});

it("adds up ways by day and departments by use", () => {
  const row = (day: string, departmentId: number, way: "APP" | "SMS", count: number) => ({
    day,
    departmentId,
    department: `D${departmentId}`,
    way,
    count,
  });
  const items = [row("2026-12-01", 1, "SMS", 2), row("2026-12-02", 2, "SMS", 5), row("2026-12-02", 1, "APP", 1)];
  expect(byWay(items, ["2026-12-01", "2026-12-02"])).toEqual([
    { way: "APP", values: [0, 1] },
    { way: "SMS", values: [2, 5] },
  ]);
  expect(byDepartment(items)).toEqual([
    { id: 2, name: "D2", counts: { SMS: 5 }, total: 5 },
    { id: 1, name: "D1", counts: { SMS: 2, APP: 1 }, total: 3 },
  ]);
});
