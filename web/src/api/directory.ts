import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, type Query } from "./http";
import type { Card, Department, Member, Page } from "./types";

/** A person in a department: the title there and whether they lead it. */
export interface DepartmentMember extends Card {
  leader: boolean;
  departmentTitle: string | null;
}

export interface FoundMember extends Card {
  departmentName: string | null;
  /** What matched: NAME, PINYIN, ALIAS, NUMBER, PHONE … */
  match: string | null;
}

/** The start of every key below: one invalidation of ["directory"] refreshes all that shows people or departments. */
export const directoryKey = ["directory"] as const;

const DEPARTMENTS_PER_PAGE = 1000;
const DEPARTMENTS_MAX = 20_000;

/** All departments in tree order. A few thousand short rows: one list, fetched in pages, kept five minutes. */
export const departmentsQuery = queryOptions({
  queryKey: [...directoryKey, "departments"],
  queryFn: async ({ signal }) => {
    const all: Department[] = [];
    let after: string | null = null;
    do {
      const page: Page<Department> = await api.get("/api/departments", { after, limit: DEPARTMENTS_PER_PAGE }, signal);
      all.push(...page.items);
      after = page.next;
    } while (after !== null && all.length < DEPARTMENTS_MAX);
    return all;
  },
  staleTime: 5 * 60_000,
});

/** A list that is paged by key, fetched while scrolling. */
export function endless<T>(key: readonly unknown[], path: string, query: Query = {}) {
  return infiniteQueryOptions({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => api.get<Page<T>>(path, { limit: 50, ...query, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}

export function departmentMembers(departmentId: number) {
  return endless<DepartmentMember>(
    [...directoryKey, "department-members", departmentId],
    `/api/departments/${departmentId}/members`,
  );
}

export function memberQuery(id: number) {
  return queryOptions({
    queryKey: [...directoryKey, "member", id],
    queryFn: () => api.get<Member>(`/api/members/${id}`),
  });
}

export function memberSearch(text: string, limit = 30) {
  const q = text.trim();
  return queryOptions({
    queryKey: [...directoryKey, "search", q, limit],
    queryFn: ({ signal }) => api.get<{ items: FoundMember[] }>("/api/members/search", { q, limit }, signal),
    enabled: q !== "",
    placeholderData: keepPreviousData,
  });
}
