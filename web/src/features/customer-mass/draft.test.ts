import dayjs from "dayjs";
import { expect, it } from "vitest";
import { emptyDraft, isComplete, requestOf } from "./draft";
import { partsOf } from "./places";

const said = { ...emptyDraft("PERSONAL", null), text: " 您好 " };

it("needs words or files, and whoever is meant", () => {
  expect(isComplete(emptyDraft("PERSONAL", null))).toBe(false);
  expect(isComplete(said)).toBe(true);
  expect(isComplete({ ...said, whom: "SEGMENT" })).toBe(false);
  expect(isComplete({ ...said, whom: "SEGMENT", segment: 3 })).toBe(true);
  expect(isComplete({ ...said, whom: "CHOSEN" })).toBe(false);
});

it("needs employees and a deadline for the company's", () => {
  const company = { ...said, kind: "COMPANY" as const };
  expect(isComplete(company)).toBe(false);
  expect(isComplete({ ...company, deadline: dayjs() })).toBe(true);
  expect(isComplete({ ...company, deadline: dayjs(), everyone: false })).toBe(false);
});

it("becomes what the server takes", () => {
  const request = requestOf({ ...emptyDraft("PERSONAL", { q: "王" }), text: " 您好 ", deadline: dayjs() }, "k", 3);
  expect(request).toEqual({
    key: "k",
    kind: "PERSONAL",
    content: { text: "您好", attachments: [] },
    target: { filter: { q: "王" } },
    sendAt: null,
    deadline: null,
    expected: 3,
  });
  const company = requestOf({ ...said, kind: "COMPANY", everyone: false, departments: [7] }, "k", null);
  expect(company.target).toEqual({ range: { everyone: false, departments: [7], roles: [], members: [] } });
});

it("goes to groups when these are meant", () => {
  expect(requestOf({ ...said, whom: "GROUPS" }, "k", null).target).toEqual({ groups: {} });
  const some = { ...said, whom: "CHOSEN_GROUPS" as const };
  expect(isComplete(some)).toBe(false);
  const chosen = { ...some, groups: [{ id: 4, title: "读者群" }] };
  expect(isComplete(chosen)).toBe(true);
  expect(requestOf(chosen, "k", 1).target).toEqual({ groups: { ids: [4] } });
});

it("shows where names come in", () => {
  expect(partsOf("{nickname}您好，我是{employee}")).toEqual([
    { key: 1, place: "nickname", said: "" },
    { key: 2, place: null, said: "您好，我是" },
    { key: 3, place: "employee", said: "" },
  ]);
  expect(partsOf("{其他}")).toEqual([{ key: 0, place: null, said: "{其他}" }]);
});
