import type { ApprovalBox } from "@/api/approval-types";

export const BOXES: readonly ApprovalBox[] = ["TODO", "DONE", "SENT", "TOLD", "ALL"];

export function isBox(text: unknown): text is ApprovalBox {
  return BOXES.includes(text as ApprovalBox);
}

/** Where a form is filled in afresh from an earlier run: to send it again, or to undo what was agreed. */
export interface StartFrom {
  copy?: number;
  undoes?: number;
}
