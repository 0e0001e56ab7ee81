import { queryOptions } from "@tanstack/react-query";
import { api } from "@/api/http";
import type { ReportCounts } from "@/api/report-types";

export const reportsKey = ["reports"] as const;

/** What is unread and what the reader still owes; unread are counted to a hundred. */
export const countsQuery = queryOptions({
  queryKey: [...reportsKey, "summary"],
  queryFn: () => api.get<ReportCounts>("/api/reports/summary"),
});
