import type { ForeignTaskHead } from "@/api/foreign-tasks";
import type { CardTone } from "@/ui/card-frame";

/** Where a task stands, for people. */
export type Standing = "OPEN" | "LATE" | "ANSWERED" | "DONE" | "CANCELLED";

export function standingOf(task: Pick<ForeignTaskHead, "state" | "how" | "dueAt">, now: Date): Standing {
  if (task.state === "OPEN") return task.dueAt !== null && new Date(task.dueAt) < now ? "LATE" : "OPEN";
  return task.state === "DONE" && task.how === "ANSWERED" ? "ANSWERED" : task.state;
}

const CARD: Record<Standing, CardTone> = {
  OPEN: "mine",
  LATE: "bad",
  ANSWERED: "good",
  DONE: "good",
  CANCELLED: "over",
};

export function cardTone(standing: Standing): CardTone {
  return CARD[standing];
}

const TAG = { OPEN: "running", LATE: "bad", ANSWERED: "good", DONE: "good", CANCELLED: "over" } as const;

export function tagTone(standing: Standing): (typeof TAG)[Standing] {
  return TAG[standing];
}

/** As many buttons as a card can show; one more and it leads to the details, since none may be hidden. */
export const ON_CARD = 2;
