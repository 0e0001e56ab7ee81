import { describe, expect, it } from "vitest";
import type { CustomerLine } from "@/api/customer-types";
import { calledBy, FIRST_VIEW, filterText, narrowed, sameView, searchOf, tidy, viewOf, waits } from "./filter";

const line = (part: Partial<CustomerLine>) => part as CustomerLine;

describe("filters", () => {
  it("leave out what does not narrow", () => {
    expect(tidy({ q: "  ", anyTags: [], stages: ["deal"], attributes: {}, unansweredHours: 0 })).toEqual({
      stages: ["deal"],
      unansweredHours: 0,
    });
    expect(filterText({ q: " ", anyTags: [] })).toBeUndefined();
    expect(filterText({ q: " 张 " })).toBe('{"q":"张"}');
  });

  it("are counted without the search", () => {
    expect(narrowed({ q: "x", stages: ["deal"], open: false })).toBe(2);
  });

  it("are the same whatever the order of their parts", () => {
    const one = { ...FIRST_VIEW, filter: { stages: ["deal"], open: true } };
    expect(sameView(one, { ...FIRST_VIEW, filter: { open: true, q: "", stages: ["deal"] } })).toBe(true);
    expect(sameView(one, { ...one, order: "NEWEST" })).toBe(false);
  });
});

describe("the address of a view", () => {
  it("says what differs from the first view and leads back to it", () => {
    expect(searchOf(FIRST_VIEW)).toEqual({});
    const view = { ...FIRST_VIEW, scope: "TEAM" as const, filter: { stages: ["deal"], q: "张" } };
    expect(viewOf(searchOf(view))).toEqual(view);
  });

  it("is somebody's typing: what is not sound is left out", () => {
    expect(
      viewOf({ filter: { stages: "deal", anyTags: [1, "x"], silentDays: 3, nothing: 1, attributes: [] } }),
    ).toEqual({
      ...FIRST_VIEW,
      filter: { silentDays: 3 },
    });
  });
});

describe("a line", () => {
  it("waits as the page of waits says", () => {
    expect(waits(line({ waitingSince: null }))).toBe(false);
    expect(waits(line({ waitingSince: "2026-11-27T01:00:00Z" }))).toBe(true);
  });

  it("is called by the remark, else by the name", () => {
    expect(calledBy({ remark: "", name: "张女士" })).toBe("张女士");
    expect(calledBy({ remark: "杭州张姐", name: "张女士" })).toBe("杭州张姐");
  });
});
