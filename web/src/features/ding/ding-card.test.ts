import { expect, it } from "vitest";
import type { Ding } from "@/api/ding-types";
import type { Translate } from "@/lib/i18n";
import { standing } from "./ding-card";

const t = ((key: string) => key) as Translate;
const counts = { total: 3, waiting: 1, confirmed: 2, opened: 0, gaveUp: 0, recalled: 0, refused: 0 };

function ding(change: object): Ding {
  return { recalledAt: null, mine: null, counts: null, ...change } as Ding;
}

it.each([
  [{ recalledAt: "2026-11-27T01:00:00Z", mine: { state: "RECALLED" } }, "over", "ding.card.recalled"],
  [{ mine: { state: "WAITING" } }, "mine", "ding.card.waiting"],
  [{ mine: { state: "CONFIRMED" } }, "good", "ding.card.confirmed"],
  [{ mine: { state: "GAVE_UP" } }, "running", undefined],
  [{ counts }, "running", "ding.card.counts"],
  [{ counts: { ...counts, waiting: 0, confirmed: 3 } }, "good", "ding.card.counts"],
  [{}, "running", undefined],
])("says where a DING stands for its reader: %o", (change, tone, status) => {
  expect(standing(ding(change), t)).toEqual(status === undefined ? { tone } : { tone, status });
});
