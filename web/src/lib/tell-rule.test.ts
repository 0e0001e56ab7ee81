import { expect, it } from "vitest";
import type { TellSettings, TellView } from "@/api/tell";
import { isTold, type Piece } from "./tell-rule";

function view(changes: Partial<TellSettings>, quietUntil: string | null = null): TellView {
  const settings: TellSettings = {
    what: "ALL",
    hours: null,
    mutedMentions: true,
    preview: true,
    digest: true,
    digestAt: "08:30:00",
    ...changes,
  };
  const zone = "Asia/Shanghai";
  return { settings, own: true, quietUntil, previewHidden: false, mail: true, address: true, zone };
}

const PLAIN: Piece = { direct: false, mentioned: false, muted: false };
const NAMED: Piece = { ...PLAIN, mentioned: true };
const DIRECT: Piece = { ...PLAIN, direct: true };

it("tells what is wanted", () => {
  expect(isTold(view({}), PLAIN)).toBe(true);
  expect(isTold(view({ what: "MENTIONS" }), PLAIN)).toBe(false);
  expect(isTold(view({ what: "MENTIONS" }), NAMED)).toBe(true);
  expect(isTold(view({ what: "MENTIONS" }), DIRECT)).toBe(true);
  expect(isTold(view({ what: "NOTHING" }), NAMED)).toBe(false);
});

it("tells mentions only of a muted conversation", () => {
  expect(isTold(view({}), { ...DIRECT, muted: true })).toBe(false);
  expect(isTold(view({}), { ...NAMED, muted: true })).toBe(true);
  expect(isTold(view({ mutedMentions: false }), { ...NAMED, muted: true })).toBe(false);
});

it("keeps quiet until the person wants", () => {
  const quiet = view({}, "2026-11-27T04:00:00Z");
  expect(isTold(quiet, PLAIN, new Date("2026-11-27T03:59:59Z"))).toBe(false);
  expect(isTold(quiet, PLAIN, new Date("2026-11-27T04:00:00Z"))).toBe(true);
});

it("keeps to working hours in the company's zone or one's own", () => {
  const hours = { days: ["FRIDAY" as const], from: "09:00:00", until: "18:00:00", zone: null };
  expect(isTold(view({ hours }), PLAIN, new Date("2026-11-27T01:00:00Z"))).toBe(true);
  expect(isTold(view({ hours }), PLAIN, new Date("2026-11-27T00:59:00Z"))).toBe(false);
  expect(isTold(view({ hours }), PLAIN, new Date("2026-11-27T10:00:00Z"))).toBe(false);
  expect(isTold(view({ hours }), PLAIN, new Date("2026-11-28T02:00:00Z"))).toBe(false);
  const london = { ...hours, zone: "Europe/London" };
  expect(isTold(view({ hours: london }), PLAIN, new Date("2026-11-27T08:59:00Z"))).toBe(false);
  expect(isTold(view({ hours: london }), PLAIN, new Date("2026-11-27T17:00:00Z"))).toBe(true);
});

it("knows hours over midnight by the day on which they begin", () => {
  const hours = { days: ["FRIDAY" as const], from: "22:00:00", until: "06:00:00", zone: "UTC" };
  expect(isTold(view({ hours }), PLAIN, new Date("2026-11-27T22:00:00Z"))).toBe(true);
  expect(isTold(view({ hours }), PLAIN, new Date("2026-11-28T05:59:00Z"))).toBe(true);
  expect(isTold(view({ hours }), PLAIN, new Date("2026-11-28T06:00:00Z"))).toBe(false);
  expect(isTold(view({ hours }), PLAIN, new Date("2026-11-27T05:00:00Z"))).toBe(false);
});
