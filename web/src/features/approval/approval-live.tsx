import { foreignTasksKey } from "@/api/foreign-tasks";
import { useLive } from "@/api/use-live";
import { approvalsKey } from "./approval-summary";

/** Keeps badge, lists and details true as long as the shell stands: approvals, and what other systems ask for. */
export function ApprovalLive() {
  useLive("approval", approvalsKey);
  useLive("foreign-task", foreignTasksKey);
  return null;
}
