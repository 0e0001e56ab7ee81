import { queryOptions, useQuery } from "@tanstack/react-query";
import { api } from "./http";
import type { Card } from "./types";

/** Tasks that other systems gave me (docs/open-api.md). */
export type ForeignTaskBox = "OPEN" | "ENDED";

export interface ForeignSystem {
  id: number;
  name: string;
}

export interface ForeignTaskHead {
  id: number;
  system: ForeignSystem;
  title: string;
  facts: { label: string; value: string }[];
  link: string | null;
  dueAt: string | null;
  /** Buttons; none: the link leads to where it is done. */
  answers: { key: string; label: string }[];
  state: "OPEN" | "DONE" | "CANCELLED";
  how: "ANSWERED" | "SYSTEM" | "WITHDRAWN" | "LEFT" | null;
  version: number;
  answered: ForeignTaskAnswered | null;
  createdAt: string;
  changedAt: string;
  endedAt: string | null;
}

export interface ForeignTaskAnswered {
  answer: string;
  by: Card | null;
  text: string | null;
  at: string;
}

export interface ForeignTaskDetails {
  task: ForeignTaskHead;
  /** Everybody who has it: the first answer counts for all. */
  assignees: Card[];
}

export interface ForeignTaskSummary {
  open: number;
  systems: ForeignSystem[];
}

export interface ForeignTaskAnswerBody {
  answer: string;
  version: number;
  text: string | null;
}

export const foreignTasksKey = ["foreign-tasks"] as const;

/** For badge and tab; at most 100 are counted. */
export const foreignSummaryQuery = queryOptions({
  queryKey: [...foreignTasksKey, "summary"],
  queryFn: () => api.get<ForeignTaskSummary>("/api/foreign-tasks/summary"),
});

export function useOpenForeignTasks(): number {
  return useQuery(foreignSummaryQuery).data?.open ?? 0;
}
