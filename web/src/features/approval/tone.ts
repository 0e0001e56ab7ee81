import type { ApprovalHead, ApprovalState } from "@/api/approval-types";
import type { CardTone } from "@/ui/card-frame";

export type Tone = "running" | "warning" | "good" | "bad" | "over";
/** Where a run stands, for people: what was agreed may have been undone since. */
export type Standing = ApprovalState | "UNDONE";

const TONES: Record<Standing, Tone> = {
  RUNNING: "running",
  RETURNED: "warning",
  AGREED: "good",
  REFUSED: "bad",
  REVOKED: "over",
  UNDONE: "over",
};

export function standingOf(head: Pick<ApprovalHead, "state" | "undoneById">): Standing {
  return head.state === "AGREED" && head.undoneById !== null ? "UNDONE" : head.state;
}

export function toneOf(standing: Standing): Tone {
  return TONES[standing];
}

/** The edge of a card: what waits for the reader comes before where the run stands. */
export function cardTone(head: ApprovalHead, me: number): CardTone {
  const standing = standingOf(head);
  if (head.task !== null || (standing === "RETURNED" && head.applicant.id === me)) return "mine";
  const tone = toneOf(standing);
  return tone === "warning" ? "running" : tone;
}
