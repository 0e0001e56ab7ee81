import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { departmentsQuery, directoryKey, endless } from "@/api/directory";
import { nameOf, usePeople, want } from "@/api/people";

export interface NamedRole {
  id: number;
  name: string;
}

const rolesQuery = endless<NamedRole>([...directoryKey, "roles"], "/api/roles", { limit: 200 });

export function useRoles(): NamedRole[] {
  const { data } = useInfiniteQuery(rolesQuery);
  return data?.pages.flatMap((page) => page.items) ?? [];
}

export interface Names {
  member: (id: number) => string;
  department: (id: number) => string;
  role: (id: number) => string;
}

/** Names of people, departments and roles that a form or a route refers to; "…" while they are on their way. */
export function useNames(members: readonly number[] = []): Names {
  const cards = usePeople((store) => store.cards);
  const { data: departments = [] } = useQuery(departmentsQuery);
  const roles = useRoles();
  const key = members.join();
  useEffect(() => {
    if (key !== "") want(key.split(",").map(Number));
  }, [key]);
  return {
    member: (id) => nameOf(cards[id]) || "…",
    department: (id) => departments.find((each) => each.id === id)?.name ?? "…",
    role: (id) => roles.find((each) => each.id === id)?.name ?? "…",
  };
}
