import { queryOptions } from "@tanstack/react-query";
import { directoryKey } from "@/api/directory";
import { api, type Query } from "@/api/http";
import type { Department, Page } from "@/api/types";

/** Lists are paged by key and know no total: up to one full page is counted, beyond it is "200+". */
const COUNT_LIMIT = 200;

export interface Counted {
  count: number;
  more: boolean;
}

export function countQuery(path: string, query: Query = {}) {
  return queryOptions({
    queryKey: [...directoryKey, "count", path, query],
    queryFn: async (): Promise<Counted> => {
      const page = await api.get<Page<unknown>>(path, { ...query, limit: COUNT_LIMIT });
      return { count: page.items.length, more: page.next !== null };
    },
  });
}

export type StepName = "departments" | "members" | "invite" | "heads";

export interface Step {
  name: StepName;
  to: string;
  done: boolean;
}

/** What a new company still has to do, read from what it has. */
export function firstSteps(
  departments: readonly Pick<Department, "parentId" | "head">[],
  members: number,
  invitations: number,
): Step[] {
  return [
    { name: "departments", to: "/departments", done: departments.some((each) => each.parentId !== null) },
    { name: "members", to: "/import", done: members > 1 },
    { name: "invite", to: "/invitations", done: invitations > 0 || members > 10 },
    { name: "heads", to: "/departments", done: departments.some((each) => each.head !== null) },
  ];
}
