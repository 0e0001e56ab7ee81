import type { ApprovalHead, ApprovalRun, MyTask, NodeAction } from "@/api/approval-types";

export type MainAct = "agree" | "done" | "refuse" | "resubmit";
export type MoreAct =
  | "transfer"
  | "addSigners"
  | "return"
  | "takeBack"
  | "removeSigner"
  | "urge"
  | "cc"
  | "share"
  | "revoke"
  | "undo"
  | "copy"
  | "print";
export type ActName = MainAct | MoreAct;

const ADDS: NodeAction[] = ["ADD_BEFORE", "ADD_AFTER", "ADD_PARALLEL"];

export function addsSigners(task: MyTask): boolean {
  return ADDS.some((each) => task.actions.includes(each));
}

/** What the bar below a run offers at once. */
export function mainActs({ mine }: Pick<ApprovalRun, "mine">): MainAct[] {
  const task = mine.tasks[0];
  const acts: MainAct[] = [];
  if (task) {
    if (task.actions.includes("REFUSE") && !task.handle) acts.push("refuse");
    acts.push(task.handle ? "done" : "agree");
  }
  if (mine.resubmit) acts.push("resubmit");
  return acts;
}

/** What stands in the menu, in the order in which people look for it. */
export function moreActs({ mine, head }: Pick<ApprovalRun, "mine" | "head">, me: number): MoreAct[] {
  const task = mine.tasks[0];
  const ended = head.endedAt !== null;
  const own = head.applicant.id === me;
  const offers: [MoreAct, boolean][] = [
    ["transfer", task?.actions.includes("TRANSFER") ?? false],
    ["addSigners", task !== undefined && addsSigners(task)],
    ["return", task?.actions.includes("RETURN") ?? false],
    ["takeBack", mine.takeBack.length > 0],
    ["removeSigner", mine.removable.length > 0],
    ["urge", mine.urge && head.waitingFor.some((person) => person.id !== me)],
    ["revoke", mine.revoke],
    ["undo", mine.undo],
    ["copy", own && ended],
    ["cc", true],
    ["share", true],
    ["print", true],
  ];
  return offers.filter(([, offered]) => offered).map(([act]) => act);
}

/** Whether it can be agreed to with others at once: whoever handles something says "done" to each. */
export function agreeable(head: Pick<ApprovalHead, "task">): boolean {
  return head.task !== null && !head.task.handle;
}

/** Refusals that mean: somebody was faster. */
const LATE = new Set([
  "flow.changed_meanwhile",
  "flow.already_ended",
  "flow.not_your_turn",
  "flow.not_now",
  "flow.cannot_take_back",
  "approval.changed_meanwhile",
]);

export function isLate(code: string): boolean {
  return LATE.has(code);
}
