import type { BoardStep } from "@/api/ding-types";

/** What was tried together: one step of the ladder, or one reminder. */
export interface Attempt {
  key: string;
  round: number;
  step: number;
  at: string;
  steps: BoardStep[];
}

/** The steps of one recipient in the order in which they were taken, those of one moment together. */
export function attempts(steps: BoardStep[]): Attempt[] {
  const groups = new Map<string, Attempt>();
  for (const step of steps) {
    const key = `${step.round}-${step.step}`;
    const group = groups.get(key);
    if (!group) groups.set(key, { key, round: step.round, step: step.step, at: step.at, steps: [step] });
    else {
      group.steps.push(step);
      if (step.at < group.at) group.at = step.at;
    }
  }
  return [...groups.values()].sort((one, other) => (one.at === other.at ? 0 : one.at < other.at ? -1 : 1));
}

export type Tone = "good" | "bad" | "busy" | "quiet";

export function toneOf(step: BoardStep): Tone {
  if (step.state === "DELIVERED") return "good";
  if (isUnused(step)) return "quiet";
  if (step.state === "FAILED") return "bad";
  return step.state === "CANCELLED" ? "quiet" : "busy";
}

/** Most people have no device that asks for pushes, and some companies no push: that is no alarm on each line. */
export function isUnused(step: BoardStep): boolean {
  return step.way === "PUSH" && (step.reason === "NO_CHANNEL" || step.reason === "NO_ADDRESS");
}

/** "4:59" until then; null once it is there. */
export function countdown(until: string | null, now: number): string | null {
  if (until === null) return null;
  const seconds = Math.ceil((Date.parse(until) - now) / 1000);
  if (!(seconds > 0)) return null;
  const clock = `${Math.floor(seconds / 60) % 60}`.padStart(seconds >= 3600 ? 2 : 1, "0");
  const hours = seconds >= 3600 ? `${Math.floor(seconds / 3600)}:` : "";
  return `${hours}${clock}:${String(seconds % 60).padStart(2, "0")}`;
}

/** "¥11.80" */
export function money(fen: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: "currency", currency: "CNY", currencyDisplay: "narrowSymbol" }).format(
    fen / 100,
  );
}
