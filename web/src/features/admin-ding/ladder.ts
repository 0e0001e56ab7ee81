import type { Ladder, Selector, Step, Way } from "./use-ding";
import { WAYS } from "./use-ding";

export const STEPS_MAX = 8;
export const MINUTES_MAX = 24 * 60;

/** Why a ladder cannot be saved: part of the key dingAdmin.ladderWrong.<name>. */
export type LadderFault = "first" | "order" | "ways" | "minutes";

/** Begins at once with the person, goes forward in time, and does something at each step. */
export function ladderFault({ steps }: Ladder): LadderFault | null {
  const [first] = steps;
  if (first?.afterMinutes !== 0 || first.target !== "PERSON") return "first";
  if (steps.some(({ afterMinutes: at }) => !Number.isInteger(at) || at < 0 || at > MINUTES_MAX)) return "minutes";
  if (steps.some(({ afterMinutes }, index) => afterMinutes < (steps[index - 1]?.afterMinutes ?? 0))) return "order";
  return steps.some(({ ways }) => ways.length === 0) ? "ways" : null;
}

/** One more step behind the last: by telephone, if nothing has called yet, else to who stands in. */
export function nextStep(steps: readonly Step[]): Step {
  const last = steps.at(-1)?.afterMinutes ?? 0;
  const called = steps.some(({ ways }) => ways.includes("VOICE"));
  const afterMinutes = Math.min(MINUTES_MAX, last === 0 ? 5 : last * 2);
  return called
    ? { afterMinutes, ways: ["APP", "SMS"], target: "DEPUTY" }
    : { afterMinutes, ways: ["VOICE"], target: "PERSON" };
}

/** Ways in their one order, with or without one of them. */
export function withWay(ways: readonly Way[], way: Way, on: boolean): Way[] {
  return WAYS.filter((each) => (each === way ? on : ways.includes(each)));
}

/** Ways that a ladder uses and nothing carries. */
export function missingIn({ steps }: Ladder, missing: readonly Way[]): Way[] {
  return WAYS.filter((way) => missing.includes(way) && steps.some(({ ways }) => ways.includes(way)));
}

export const EVERYONE: Selector = { everyone: true, departments: [], roles: [], members: [] };
export const NOBODY: Selector = { ...EVERYONE, everyone: false };

export function isNobody({ everyone, departments, roles, members }: Selector): boolean {
  return !everyone && departments.length + roles.length + members.length === 0;
}
