import type { Ladder, LadderStep, Way } from "@/api/ding-types";

/** What can be chosen with one click. COMPANY is the ladder the administrators have set. */
export const PRESETS = ["COMPANY", "APP", "SMS", "VOICE", "CUSTOM"] as const;
export type Preset = (typeof PRESETS)[number];

export const STEPS_MAX = 8;
export const MINUTES_MAX = 24 * 60;

const FIRST: LadderStep = { afterMinutes: 0, ways: ["APP", "PUSH"], target: "PERSON" };
const SMS: LadderStep = { afterMinutes: 5, ways: ["SMS"], target: "PERSON" };
const VOICE: LadderStep = { afterMinutes: 10, ways: ["VOICE"], target: "PERSON" };

const STEPS: Record<"APP" | "SMS" | "VOICE", LadderStep[]> = {
  APP: [FIRST],
  SMS: [FIRST, SMS],
  VOICE: [FIRST, SMS, VOICE],
};

/** The ladder to send; null is the company's. */
export function ladderOf(preset: Preset, own: LadderStep[]): Ladder | null {
  if (preset === "COMPANY") return null;
  return { steps: preset === "CUSTOM" ? own : STEPS[preset] };
}

/** The steps a choice means, for showing them and as the start of own ones. */
export function stepsOf(preset: Preset, own: LadderStep[], company: LadderStep[]): LadderStep[] {
  return ladderOf(preset, own)?.steps ?? company;
}

export type LadderFlaw = "noWay" | "backwards" | "tooLate" | "firstPerson";

/** What is wrong with each step; the server refuses the same. */
export function flawOf(steps: LadderStep[], index: number): LadderFlaw | null {
  const step = steps[index];
  if (!step) return null;
  if (step.ways.length === 0) return "noWay";
  if (step.afterMinutes > MINUTES_MAX) return "tooLate";
  const before = steps[index - 1];
  if (before && step.afterMinutes < before.afterMinutes) return "backwards";
  if (!before && (step.afterMinutes !== 0 || step.target !== "PERSON")) return "firstPerson";
  return null;
}

export function isSound(steps: LadderStep[]): boolean {
  return steps.length > 0 && steps.length <= STEPS_MAX && steps.every((_, index) => flawOf(steps, index) === null);
}

/** One more step, later than the last one and by the way that comes after it. */
export function withStep(steps: LadderStep[]): LadderStep[] {
  const last = steps.at(-1);
  if (!last) return [FIRST];
  const used = new Set(steps.flatMap((step) => step.ways));
  const way: Way = !used.has("SMS") ? "SMS" : "VOICE";
  return [...steps, { afterMinutes: Math.min(MINUTES_MAX, last.afterMinutes + 5), ways: [way], target: "PERSON" }];
}

const ORDER: Way[] = ["APP", "PUSH", "EMAIL", "SMS", "VOICE"];

/** Ways come from the server as a set. */
export function inOrder(ways: Way[]): Way[] {
  return ORDER.filter((way) => ways.includes(way));
}

export const ALL_WAYS: readonly Way[] = ORDER;
