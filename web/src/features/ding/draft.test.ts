import { expect, it } from "vitest";
import { bodyOf, emptyDraft, flawsOf, NOBODY, readPhones, recurrenceOf } from "./draft";

const now = new Date(2026, 10, 27, 9, 0);
const empty = emptyDraft(NOBODY, now);
const full = {
  ...empty,
  text: " 三号线停机 ",
  chosen: { ...NOBODY, departments: [{ id: 4, name: "装配" }] },
};

it("asks for recipients and a text before anything else", () => {
  expect(flawsOf(empty, now)).toEqual(["recipients", "text"]);
  expect(flawsOf(full, now)).toEqual([]);
});

it("asks for a future minute, a weekday and a reason only where they matter", () => {
  expect(flawsOf({ ...full, when: "LATER", sendAt: "2026-11-27T08:59" }, now)).toEqual(["time"]);
  expect(flawsOf({ ...full, when: "LATER", sendAt: "" }, now)).toEqual(["time"]);
  const weekly = { ...full.recurrence, kind: "WEEKLY" as const, weekdays: [] };
  expect(flawsOf({ ...full, when: "REPEAT", recurrence: weekly }, now)).toEqual(["weekdays"]);
  expect(flawsOf({ ...full, override: true }, now)).toEqual(["reason"]);
});

it("sends what is chosen and nothing that was only tried", () => {
  const body = bodyOf({ ...full, overrideReason: "起火", sendAt: "2026-11-28T08:00" }, "k-1", "CHAT");

  expect(body).toMatchObject({
    key: "k-1",
    text: "三号线停机",
    ladder: null,
    sendAt: null,
    overrideReason: null,
    source: "CHAT",
  });
  expect(body.range).toMatchObject({ departments: [4], members: [], conversation: null });
  expect(bodyOf({ ...full, when: "LATER", sendAt: "2026-11-28T08:00" }, "k", "CHAT").sendAt).toBe(
    new Date(2026, 10, 28, 8, 0).toISOString(),
  );
});

it("keeps weekdays and days only for the repetition that has them", () => {
  expect(recurrenceOf(empty)).toMatchObject({ kind: "WORKDAYS", weekdays: [], dayOfMonth: null });
});

it("reads pasted numbers with names on either side and says what it could not read", () => {
  const read = readPhones("13800138000 王师傅\n李师傅，+86 139-0013-9000\n；前台\n13800138000 老王");

  expect(read.phones).toEqual([
    { phone: "13800138000", name: "老王" },
    { phone: "+8613900139000", name: "李师傅" },
  ]);
  expect(read.unclear).toEqual(["前台"]);
});
