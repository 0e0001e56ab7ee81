import { expect, it } from "vitest";
import type { GuardRule } from "@/api/customer-group-types";
import { bodyOf, looksForSomething, valuesOf } from "./rule-values";

const rule: GuardRule = {
  id: 4,
  name: "广告",
  groups: [7],
  content: {
    words: ["代购"],
    links: true,
    allowed: ["example.com"],
    phones: false,
    pictures: false,
    qr: true,
    flood: { messages: 6, seconds: 20 },
    action: "MUTE",
    muteMinutes: 30,
    strikes: 2,
  },
  on: true,
  version: 3,
  mayChange: true,
  named: [],
};

it("sends a rule back as it came", () => {
  const { id: _id, mayChange: _mayChange, named: _named, ...body } = rule;
  expect(bodyOf(valuesOf(rule), rule.groups, rule.version)).toEqual(body);
});

it("forgets what is switched off", () => {
  const body = bodyOf({ ...valuesOf(rule), links: false, floods: false }, [], null);
  expect(body.content.allowed).toEqual([]);
  expect(body.content.flood).toBeNull();
});

it("knows a rule that looks for nothing", () => {
  expect(looksForSomething(valuesOf(null))).toBe(false);
  expect(looksForSomething({ ...valuesOf(null), floods: true })).toBe(true);
});
