import { queryOptions, useQuery } from "@tanstack/react-query";
import type { ApprovalCounts } from "@/api/approval-types";
import { api } from "@/api/http";

export const approvalsKey = ["approvals"] as const;

/** What waits for me, for the badge; at most 100 of each are counted. */
export const countsQuery = queryOptions({
  queryKey: [...approvalsKey, "summary"],
  queryFn: () => api.get<ApprovalCounts>("/api/approvals/summary"),
});

/** How many approvals wait for me: open tasks, and what was returned to me. */
export function useOpenApprovals(): number {
  const counts = useQuery(countsQuery).data;
  return counts ? counts.todo + counts.returned : 0;
}
