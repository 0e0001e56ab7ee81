import { expect, it } from "vitest";
import type { BoardStep } from "@/api/ding-types";
import { attempts, countdown, money, toneOf } from "./timeline";

const step = (changes: Partial<BoardStep>): BoardStep => ({
  way: "APP",
  step: 0,
  round: 0,
  target: "PERSON",
  targetPerson: null,
  state: "SENT",
  reason: null,
  at: "2026-11-27T01:00:00Z",
  deliveredAt: null,
  ...changes,
});

it("puts together what was tried at one moment, in the order of time, reminders where they fell", () => {
  const groups = attempts([
    step({ way: "SMS", step: 1, at: "2026-11-27T01:05:00Z" }),
    step({ way: "APP" }),
    step({ way: "PUSH", at: "2026-11-27T01:00:01Z" }),
    step({ way: "APP", round: 1, at: "2026-11-27T01:03:00Z" }),
  ]);

  expect(groups.map((group) => [group.key, group.steps.map((each) => each.way)])).toEqual([
    ["0-0", ["APP", "PUSH"]],
    ["1-0", ["APP"]],
    ["0-1", ["SMS"]],
  ]);
  expect(groups[0]?.at).toBe("2026-11-27T01:00:00Z");
});

it("colours only what is over", () => {
  expect(toneOf(step({ state: "DELIVERED" }))).toBe("good");
  expect(toneOf(step({ state: "FAILED" }))).toBe("bad");
  expect(toneOf(step({ state: "FAILED", way: "PUSH", reason: "NO_CHANNEL" }))).toBe("quiet");
  expect(toneOf(step({ state: "FAILED", way: "SMS", reason: "NO_CHANNEL" }))).toBe("bad");
  expect(toneOf(step({ state: "QUEUED" }))).toBe("busy");
  expect(toneOf(step({ state: "CANCELLED" }))).toBe("quiet");
});

it("counts down and ends", () => {
  const now = Date.parse("2026-11-27T01:00:00Z");

  expect(countdown("2026-11-27T01:05:00Z", now)).toBe("5:00");
  expect(countdown("2026-11-27T01:00:00.200Z", now)).toBe("0:01");
  expect(countdown("2026-11-27T02:03:04Z", now)).toBe("1:03:04");
  expect(countdown("2026-11-27T01:00:00Z", now)).toBeNull();
  expect(countdown(null, now)).toBeNull();
});

it("writes money as people do", () => {
  expect(money(1180, "zh-CN")).toBe("¥11.80");
});
