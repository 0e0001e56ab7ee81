import { describe, expect, it } from "vitest";
import type { CustomerLine } from "@/api/customer-types";
import { calledBy, FIRST_VIEW, filterText, narrowed, sameView, tidy, waits } from "./filter";

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
