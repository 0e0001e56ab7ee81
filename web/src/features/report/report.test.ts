import { describe, expect, it } from "vitest";
import type { FormDefinition } from "@/api/form-types";
import { factField, withLines } from "./facts";
import { perOf } from "./field-trend";
import { periodText } from "./period-text";
import { filterQuery, NO_FILTER } from "./use-reports";

describe("a period", () => {
  it("is named as people name it", () => {
    const day = { cycle: "DAY", from: "2026-11-27", to: "2026-11-27" } as const;
    const week = { cycle: "WEEK", from: "2026-11-23", to: "2026-11-29" } as const;
    const month = { cycle: "MONTH", from: "2026-11-01", to: "2026-11-30" } as const;

    expect(periodText(day, "zh-CN")).toBe("11月27日周五");
    expect(periodText(week, "zh-CN")).toBe("11月23日 – 11月29日");
    expect(periodText(month, "zh-CN")).toBe("2026年11月");
    expect(periodText(week, "en-US")).toBe("Nov 23 – Nov 29");
  });
});

describe("facts of the day", () => {
  const form: FormDefinition = {
    fields: [
      { key: "hours", kind: "NUMBER", label: "Hours" },
      { key: "done", kind: "LONG_TEXT", label: "Done" },
    ],
  };

  it("go into the first long text", () => {
    expect(factField(form)?.key).toBe("done");
    expect(factField({ fields: form.fields.slice(0, 1) })).toBeNull();
  });

  it("stand below what was written, and once only", () => {
    const once = withLines({ done: "Plans drawn\n" }, "done", ["Sent 3 messages"]);

    expect(once).toEqual({ done: "Plans drawn\nSent 3 messages" });
    expect(withLines(once, "done", ["Sent 3 messages"])).toBe(once);
    expect(withLines({}, "done", ["Sent 3 messages"])).toEqual({ done: "Sent 3 messages" });
  });
});

it("counts the days of a filter with the company's today", () => {
  expect(filterQuery({ ...NO_FILTER, days: 1 }, "2026-12-01").from).toBe("2026-12-01");
  expect(filterQuery({ ...NO_FILTER, days: 7 }, "2026-12-01").from).toBe("2026-11-25");
  expect(filterQuery(NO_FILTER, "2026-12-01")).toEqual({
    q: null,
    template: null,
    author: null,
    department: null,
    unread: null,
    from: null,
  });
});

it("draws a trend as finely as its span allows", () => {
  expect([7, 30, 90, 365].map(perOf)).toEqual(["DAY", "DAY", "WEEK", "MONTH"]);
});
