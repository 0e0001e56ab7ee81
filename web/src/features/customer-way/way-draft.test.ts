import { expect, it } from "vitest";
import type { Card } from "@/api/types";
import type { ContactWay } from "@/api/way-types";
import { bodyOf, draftOf, hoursFlaw, isOvernight, isSound, slotFlaw, unplanned, withPeople } from "./way-draft";

const card = (id: number) => ({ id, name: `P${id}` }) as Card;
const WAY = {
  title: "展会",
  remark: "",
  state: "expo",
  people: [card(1), card(2), card(3)],
  content: {
    people: [
      { memberId: 1, cap: 5 },
      { memberId: 2, cap: null },
    ],
    slots: [{ days: ["SUNDAY", "MONDAY"], from: "22:00:00", until: "06:00:00", members: [1] }],
    backups: [3],
    tags: ["展会"],
    needs: ["报价"],
    welcome: { text: "您好", attachments: [{ kind: "FILE", id: 8 }] },
    skipVerify: false,
    exclusive: true,
  },
  attached: [{ kind: "FILE", id: 8, title: "a.png", about: "", file: null, there: true }],
  version: 4,
} as unknown as ContactWay;

it("sends back what it was given", () => {
  expect(bodyOf(draftOf(WAY))).toEqual({
    title: "展会",
    remark: "",
    state: "expo",
    content: {
      ...WAY.content,
      slots: [{ days: ["MONDAY", "SUNDAY"], from: "22:00", until: "06:00", members: [1] }],
    },
    days: null,
    version: 4,
  });
});

it("ends a code after some days, never, or as before", () => {
  const fresh = draftOf(null);
  expect(bodyOf(fresh).days).toBe(0);
  expect(bodyOf({ ...fresh, life: "DAYS", lifeDays: 3 }).days).toBe(3);
  expect(bodyOf(draftOf(WAY)).days).toBeNull();
});

it("takes who goes out of the slots and keeps the caps of who stays", () => {
  const draft = withPeople(draftOf(WAY), [card(2), card(4)]);
  expect(draft.people.map(({ card: { id }, cap }) => [id, cap])).toEqual([
    [2, null],
    [4, null],
  ]);
  expect(draft.slots[0]?.members).toEqual([]);
  expect(withPeople(draftOf(WAY), [card(1)]).people[0]?.cap).toBe(5);
});

it("says whom no slot names, unless they stand in", () => {
  expect(unplanned(draftOf(WAY)).map(({ id }) => id)).toEqual([2]);
  expect(unplanned({ ...draftOf(WAY), backups: [2] })).toEqual([]);
  expect(unplanned({ ...draftOf(WAY), slots: [] })).toEqual([]);
});

it.each([
  ["09:00", "18:00", true, null],
  ["22:00", "06:00", true, null],
  ["22:00", "06:00", false, "times"],
  ["18:00", "00:00", false, null],
  ["00:00", "00:00", true, null],
  ["09:00", "09:00", true, "times"],
  ["", "09:00", true, "times"],
] as const)("judges %s to %s", (from, until, overnight, flaw) => {
  expect(hoursFlaw({ days: ["MONDAY"], from, until }, overnight)).toBe(flaw);
});

it("wants days and people in a slot, and a name and people in a code", () => {
  const slot = { key: 0, days: ["MONDAY"], from: "09:00", until: "18:00", members: [1] } as const;
  expect(slotFlaw({ ...slot, days: [], members: [1] })).toBe("days");
  expect(slotFlaw({ ...slot, days: ["MONDAY"], members: [] })).toBe("members");
  expect(isSound(draftOf(WAY))).toBe(true);
  expect(isSound({ ...draftOf(WAY), title: " " })).toBe(false);
  expect(isSound(withPeople(draftOf(WAY), []))).toBe(false);
  expect(isOvernight({ days: [], from: "22:00", until: "06:00" })).toBe(true);
  expect(isOvernight({ days: [], from: "18:00", until: "00:00" })).toBe(false);
});
