import { beforeEach, expect, it } from "vitest";
import type { Ding, DingShare } from "@/api/ding-types";
import { alarms, LATER_MS, nextRing, putOff, ringAgain, useRinging } from "./ringing";

const share = (changes: Partial<DingShare> = {}): DingShare => ({
  recipientId: 1,
  as: "RECIPIENT",
  person: null,
  personName: "",
  state: "WAITING",
  alertedAt: "2026-11-27T01:00:00Z",
  confirmedAt: null,
  confirmedWay: null,
  ...changes,
});

const ding = (id: number, changes: Partial<Ding> = {}) => ({ id, mine: share(), standIns: [], ...changes }) as Ding;
const ringing = (now: number) => alarms(useRinging.getState(), now).map((alarm) => alarm.ding.id);

beforeEach(() => useRinging.setState({ waiting: [], later: {} }));

it("rings the oldest first, and nothing that is confirmed, recalled or postponed by quiet hours", () => {
  useRinging.setState({
    waiting: [
      ding(5),
      ding(4, { mine: share({ alertedAt: null }) }),
      ding(3, { recalledAt: "2026-11-27T01:00:00Z" }),
      ding(2, { mine: share({ state: "CONFIRMED" }) }),
      ding(1),
    ],
  });

  expect(ringing(0)).toEqual([1, 5]);
});

it("rings for somebody I stand in for", () => {
  const other = share({ recipientId: 9, as: "STAND_IN" });
  useRinging.setState({ waiting: [ding(1, { mine: null, standIns: [other] })] });

  expect(alarms(useRinging.getState(), 0)[0]?.share).toBe(other);
});

it("is quiet for a while when put off, and rings at once when somebody reminds", () => {
  useRinging.setState({ waiting: [ding(1), ding(2)] });

  putOff(1, 1_000);

  expect(ringing(1_000)).toEqual([2]);
  expect(nextRing(useRinging.getState(), 1_000)).toBe(1_000 + LATER_MS);
  expect(ringing(1_000 + LATER_MS)).toEqual([1, 2]);

  ringAgain(1);

  expect(ringing(1_000)).toEqual([1, 2]);
  expect(nextRing(useRinging.getState(), 1_000)).toBeNull();
});
