import { expect, it } from "vitest";
import type { Translate } from "@/lib/i18n";
import { filterWords } from "./export-words";

const t = ((key: string, values?: Record<string, unknown>) =>
  values ? `${key} ${Object.values(values).join(" ")}` : key) as unknown as Translate;
const names = { stage: (key: string) => `S-${key}`, tag: (id: number) => (id === 1 ? "老客" : ""), member: "安" };

it("says what a list was narrowed to", () => {
  expect(filterWords(t, {}, names)).toEqual([]);
  expect(filterWords(t, { q: "王", stages: ["deal"], anyTags: [1, 9], member: 4, open: true }, names)).toEqual([
    "customer.exports.fact customer.exports.search 王",
    "customer.exports.fact customer.filter.tags 老客",
    "customer.exports.fact customer.filter.stage S-deal",
    "customer.exports.fact customer.filter.member 安",
    "customer.exports.open",
  ]);
  expect(filterWords(t, { addedFrom: "2026-11-01", unansweredHours: 0 }, names)).toEqual([
    "customer.exports.added 2026-11-01 – …",
    "customer.exports.waiting 0",
  ]);
});
