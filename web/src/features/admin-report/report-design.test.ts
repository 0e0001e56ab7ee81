import { expect, it } from "vitest";
import { Problem } from "@/api/http";
import type { ReportContent, ReportRules } from "@/api/report-template-types";
import { flawsOfRefusal, joined, NO_FLAWS, reportFlaws } from "./report-flaws";
import { cycled } from "./who-rules";

const RULES: ReportRules = {
  cycle: "DAY",
  must: { everyone: true, members: [], departments: [], roles: [] },
  deadline: { days: 0, workDays: false, time: "18:00" },
  late: false,
  editMinutes: 60,
  recipients: { members: [], levels: [1], roles: [], conversations: [], choose: false },
  before: [30],
  after: [],
};

const CONTENT: ReportContent = {
  name: "日报",
  icon: "daily",
  description: "",
  form: { fields: [{ key: "done", kind: "LONG_TEXT", label: "今日工作" }] },
  summary: ["done"],
  rules: RULES,
};

const flawsWith = (rules: Partial<ReportRules>) =>
  reportFlaws({ ...CONTENT, rules: { ...RULES, ...rules } }).rules.map(({ rule, code }) => `${rule}:${code}`);

it("finds nothing in sound rules", () => {
  expect(reportFlaws(CONTENT)).toEqual(NO_FLAWS);
});

it("sees what does not fit together, as the server does", () => {
  expect(flawsWith({ cycle: "NONE" })).toEqual(["cycle:needs_cycle"]);
  expect(flawsWith({ deadline: null })).toEqual(["deadline:needs_deadline"]);
  expect(flawsWith({ must: null })).toEqual(["must:needs_must"]);
});

it("leaves nothing owed and nothing due without a cycle", () => {
  expect(reportFlaws({ ...CONTENT, rules: cycled(RULES, "NONE") })).toEqual(NO_FLAWS);
  expect(cycled(RULES, "WEEK")).toEqual({ ...RULES, cycle: "WEEK" });
});

it("wants a name, and a summary of fields there are", () => {
  const flaws = reportFlaws({ ...CONTENT, name: " ", summary: ["gone"] });

  expect(flaws.basics).toEqual([{ rule: "name", code: "name_missing" }]);
  expect(flaws.rules).toEqual([{ rule: "summary", code: "unknown_field" }]);
});

it("keeps its own words where the server speaks of the same place", () => {
  const own = { ...NO_FLAWS, rules: [{ rule: "must", code: "needs_must" }] };
  const refusal = new Problem(422, "reporttemplate.not_sound", {}, [
    { part: "RULES", field: "must", code: "other" } as never,
    { part: "FORM", field: "items", column: "price", code: "label_missing" } as never,
  ]);
  const server = flawsOfRefusal(refusal);

  expect(flawsOfRefusal(new Problem(409, "reporttemplate.changed_meanwhile"))).toBeNull();
  expect(joined(own, server ?? NO_FLAWS)).toEqual({
    basics: [],
    form: [{ path: "items.price", code: "label_missing", params: undefined }],
    rules: [{ rule: "must", code: "needs_must" }],
  });
});
