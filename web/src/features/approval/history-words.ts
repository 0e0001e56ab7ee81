import type { ApprovalState, HistoryLine, What } from "@/api/approval-types";

type Ended = "ENDED_AGREED" | "ENDED_REFUSED" | "ENDED_REVOKED";
export type Words =
  | Exclude<What, "ENDED">
  | Ended
  | "AGREED_BY_RULE"
  | "RETURNED_APPLICANT"
  | "TOLD_BY"
  | "WEBHOOK_ANSWERED";

/** Which sentence says what happened, below `approval.history.what`. */
export function wordsOf(line: HistoryLine, state: ApprovalState): Words {
  switch (line.what) {
    case "ENDED":
      return state === "REFUSED" || state === "REVOKED" ? `ENDED_${state}` : "ENDED_AGREED";
    case "RETURNED":
      return line.people.length > 0 ? "RETURNED_APPLICANT" : "RETURNED";
    case "TOLD":
      return line.by !== null ? "TOLD_BY" : "TOLD";
    case "WEBHOOK":
      return line.why === "ANSWERED" ? "WEBHOOK_ANSWERED" : "WEBHOOK";
    case "AGREED":
      return line.by === null ? "AGREED_BY_RULE" : "AGREED";
    default:
      return line.what;
  }
}

export type DotTone = "good" | "bad" | "warning" | "quiet" | "plain";

const TONES: Partial<Record<Words, DotTone>> = {
  AGREED: "good",
  HANDLED: "good",
  ENDED_AGREED: "good",
  REFUSED: "bad",
  ENDED_REFUSED: "bad",
  RETURNED: "warning",
  RETURNED_APPLICANT: "warning",
  TAKEN_BACK: "warning",
  SKIPPED: "quiet",
  PASSED: "quiet",
  AGREED_BY_RULE: "quiet",
  REMINDED: "quiet",
  TOLD: "quiet",
  WEBHOOK: "quiet",
  WEBHOOK_ANSWERED: "quiet",
  ENDED_REVOKED: "quiet",
};

export function dotOf(words: Words): DotTone {
  return TONES[words] ?? "plain";
}

/** Whether why it happened is worth saying: an action explains itself. */
export function explains(line: HistoryLine): boolean {
  return line.why !== null && line.why !== "ACTION" && line.why !== "ANSWERED" && line.what !== "ENDED";
}
