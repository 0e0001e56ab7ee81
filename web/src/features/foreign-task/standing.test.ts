import { expect, it } from "vitest";
import { standingOf } from "./standing";

const NOW = new Date("2026-11-27T02:00:00Z");

it("is late only while it is open", () => {
  const due = "2026-11-27T01:59:59Z";
  expect(standingOf({ state: "OPEN", how: null, dueAt: due }, NOW)).toBe("LATE");
  expect(standingOf({ state: "OPEN", how: null, dueAt: "2026-11-27T02:00:01Z" }, NOW)).toBe("OPEN");
  expect(standingOf({ state: "OPEN", how: null, dueAt: null }, NOW)).toBe("OPEN");
  expect(standingOf({ state: "DONE", how: "ANSWERED", dueAt: due }, NOW)).toBe("ANSWERED");
  expect(standingOf({ state: "DONE", how: "SYSTEM", dueAt: due }, NOW)).toBe("DONE");
  expect(standingOf({ state: "CANCELLED", how: "LEFT", dueAt: due }, NOW)).toBe("CANCELLED");
});
