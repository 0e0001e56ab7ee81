import { expect, it } from "vitest";
import type { HandOverAuditLine, HandOverSettings } from "@/api/handover-types";
import type { Card } from "@/api/types";
import type { Translate } from "@/lib/i18n";
import { factsOf, whatOf, whoOf } from "./audit-words";

const t = ((key: string, params?: Record<string, unknown>) =>
  `${key.replace("handover.", "")}${params ? JSON.stringify(params) : ""}`) as Translate;
const person = (id: number, name: string) => ({ id, name }) as Card;
const line = (part: Partial<HandOverAuditLine>): HandOverAuditLine => ({
  id: 1,
  kind: "DONE",
  actor: null,
  byCustomer: false,
  member: person(2, "安"),
  takers: [person(3, "波")],
  customer: { id: 4, name: "王客户" },
  transferId: 5,
  way: "ON_JOB",
  count: null,
  end: null,
  reason: null,
  before: null,
  settings: null,
  at: "2026-11-27T00:00:00Z",
  ...part,
});
const said = (part: Partial<HandOverAuditLine>) => {
  const one = line(part);
  return [whoOf(t, one), whatOf(t, one), ...factsOf(t, one)];
};
const ROUTE = 'lines.route{"from":"安","to":"波"}';

it("says who did what with whom", () => {
  expect(said({})).toEqual(["audit.nobody", "audit.doneOnJob", "王客户", ROUTE]);
  expect(said({ way: "LEFT", actor: person(1, "主管") })).toEqual(["主管", "audit.doneLeft", "王客户", ROUTE]);
  expect(said({ kind: "CANCELLED", actor: person(2, "安"), reason: "BY_HAND" })).toEqual([
    "安",
    'audit.kind.CANCELLED{"count":0}',
    "王客户",
    ROUTE,
    "lines.reason.BY_HAND",
  ]);
});

it("names the customer once who decided himself, and who left", () => {
  expect(said({ kind: "REFUSED", byCustomer: true })).toEqual(["王客户", 'audit.kind.REFUSED{"count":0}', ROUTE]);
  expect(said({ kind: "LEAVER", takers: [], customer: null, transferId: null })).toEqual([
    "安",
    'audit.kind.LEAVER{"count":0}',
  ]);
});

it("counts what went together, and says when nobody took it", () => {
  const many = { customer: null, transferId: null, way: null, actor: person(1, "主管") };
  expect(said({ ...many, kind: "RUN_ENDED", count: 7, end: "TAKERS_FULL", takers: [] })).toEqual([
    "主管",
    'audit.kind.RUN_ENDED{"count":7}',
    'audit.of{"name":"安"}',
    "run.TAKERS_FULL",
  ]);
  expect(said({ ...many, kind: "WAYS", count: 2, takers: [] })[1]).toBe('audit.waysTaken{"count":2}');
});

it("says which rules were changed, or all where the old ones are not known", () => {
  const rules = { undoDays: 7, remark: true } as HandOverSettings;
  const changed: Partial<HandOverAuditLine> = { kind: "SETTINGS", member: null, takers: [], settings: rules };
  expect(factsOf(t, line({ ...changed, customer: null, before: { ...rules, remark: false } }))).toEqual([
    'audit.changed{"label":"settings.remark","before":"audit.off","value":"audit.on"}',
  ]);
  expect(factsOf(t, line({ ...changed, customer: null }))).toHaveLength(2);
});
