import { describe, expect, it } from "vitest";
import type { Template, TemplateContent } from "@/api/approval-template-types";
import { Problem } from "@/api/http";
import { flawsOfErrors, flawsOfRefusal, isFine, joined, templateFlaws } from "./all-flaws";
import { newRoute } from "./new-nodes";
import { spanParts } from "./node-text";
import { moved, movedGroup, regrouped, shelves } from "./template-groups";

const template = (id: number, groupId: number | null) => ({ id, groupId }) as Template;
const groups = [
  { id: 1, name: "财务" },
  { id: 2, name: "假勤" },
];
const all = shelves([template(10, 1), template(11, 1), template(20, 2), template(30, null)], groups);

describe("groups of templates", () => {
  it("stand in their order, what has no group last", () => {
    expect(all.map(({ group, templates }) => [group?.name ?? null, templates.map(({ id }) => id)])).toEqual([
      ["财务", [10, 11]],
      ["假勤", [20]],
      [null, [30]],
    ]);
  });

  it("take templates earlier and later, but not out of themselves", () => {
    expect(moved(all, 11, -1)[0]).toEqual({ groupId: 1, templates: [11, 10] });
    expect(moved(all, 20, 1)[1]).toEqual({ groupId: 2, templates: [20] });
  });

  it("give templates to one another", () => {
    expect(regrouped(all, 10, 2)).toEqual([
      { groupId: 1, templates: [11] },
      { groupId: 2, templates: [20, 10] },
      { groupId: null, templates: [30] },
    ]);
    const none = shelves([template(10, 1)], groups);
    expect(regrouped(none, 10, null).at(-1)).toEqual({ groupId: null, templates: [10] });
  });

  it("change places as a whole", () => {
    expect(movedGroup(all, 2, -1).map(({ groupId }) => groupId)).toEqual([2, 1, null]);
    expect(movedGroup(all, 1, -1).map(({ groupId }) => groupId)).toEqual([1, 2, null]);
  });
});

describe("what keeps a template from being published", () => {
  const content: TemplateContent = {
    name: "报销",
    icon: "expense",
    description: "",
    form: { fields: [{ key: "amount", kind: "AMOUNT", label: "金额" }] },
    route: newRoute(),
    settings: {
      mayRevoke: true,
      mayUndo: true,
      comments: "READERS",
      numbering: { prefix: "BX", period: "DAY", digits: 4 },
      summary: ["amount"],
      administratorId: null,
    },
  };

  it("is nothing for a good one", () => {
    expect(isFine(templateFlaws(content))).toBe(true);
  });

  it("is found in every part", () => {
    const bad: TemplateContent = {
      ...content,
      name: " ",
      form: { fields: [] },
      route: { nodes: [] },
      settings: { ...content.settings, numbering: { prefix: "报", period: "DAY", digits: 4 } },
    };
    const flaws = templateFlaws(bad);
    expect(Object.values(flaws).map((part) => part.length)).toEqual([1, 1, 1, 2]);
  });

  it("comes from the server too, and is said once", () => {
    const errors = [
      { part: "FORM" as const, field: "items", column: "sum", code: "bad_formula", params: { what: "x" } },
      { part: "ROUTE" as const, field: "a1", code: "unknown_member" },
      { part: "SETTINGS" as const, field: "numbering.prefix", code: "prefix_taken" },
    ];
    const found = flawsOfErrors(errors);
    expect(found.form[0]?.path).toBe("items.sum");
    expect(found.route[0]).toEqual({ node: "a1", code: "UNKNOWN_MEMBER" });
    expect(joined(found, found)).toEqual({ ...found, basics: [] });
    expect(flawsOfRefusal(new Problem(400, "approvaltemplate.not_sound", {}, errors))).toEqual(found);
    expect(flawsOfRefusal(new Problem(409, "approvaltemplate.draft_changed"))).toBeNull();
  });
});

it.each([
  [{ minutes: 2880, working: false }, 2, "days"],
  [{ minutes: 90, working: false }, 90, "minutes"],
  [{ minutes: 1440, working: true }, 24, "hours"],
])("%o is said as %i %s", (span, count, unit) => {
  expect(spanParts(span)).toEqual({ count, unit });
});
