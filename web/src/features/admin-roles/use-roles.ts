import { useMutation, useQueryClient } from "@tanstack/react-query";
import { directoryKey, endless } from "@/api/directory";
import { api } from "@/api/http";
import type { Card } from "@/api/types";

export interface Role {
  id: number;
  name: string;
  group: string | null;
  memberCount: number;
}

export interface RoleBody {
  name: string;
  group: string;
}

export const rolesQuery = endless<Role>([...directoryKey, "roles"], "/api/roles", { limit: 200 });

export function roleMembersQuery(id: number) {
  return endless<Card>([...directoryKey, "role-members", id], `/api/roles/${id}/members`);
}

function useRefresh() {
  const cache = useQueryClient();
  return () => cache.invalidateQueries({ queryKey: directoryKey });
}

export function useSaveRole(id: number | null) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: RoleBody) =>
      id === null ? api.post<Role>("/api/roles", body) : api.put<Role>(`/api/roles/${id}`, body),
    onSuccess: refresh,
  });
}

export function useDeleteRole() {
  const refresh = useRefresh();
  return useMutation({ mutationFn: (id: number) => api.delete(`/api/roles/${id}`), onSuccess: refresh });
}

export function useChangeRoleMembers(id: number) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ add = [], remove = [] }: { add?: number[]; remove?: number[] }) =>
      api.put<Role>(`/api/roles/${id}/members`, { add, remove }),
    onSuccess: refresh,
  });
}

/** Roles under the name of their group, groups and roles in the server's order; roles without a group last. */
export function grouped(roles: readonly Role[]): { group: string; roles: Role[] }[] {
  const groups = new Map<string, Role[]>();
  for (const role of roles) {
    const name = role.group ?? "";
    groups.set(name, [...(groups.get(name) ?? []), role]);
  }
  return [...groups]
    .map(([group, list]) => ({ group, roles: list }))
    .sort((one, other) => Number(one.group === "") - Number(other.group === ""));
}
