import { useMutation, useQueryClient } from "@tanstack/react-query";
import { directoryKey } from "@/api/directory";
import { api } from "@/api/http";
import type { Department } from "@/api/types";
import { type DepartmentTree, type Move, positionAt } from "@/lib/department-tree";

function useRefresh() {
  const cache = useQueryClient();
  return () => cache.invalidateQueries({ queryKey: directoryKey });
}

export function useCreateDepartment() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: { parentId: number; name: string }) => api.post<Department>("/api/departments", body),
    onSuccess: refresh,
  });
}

export function useChangeDepartment(id: number) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: { name: string; headId: number | null; position: number }) =>
      api.put<Department>(`/api/departments/${id}`, body),
    onSuccess: refresh,
  });
}

export function useDeleteDepartment() {
  const refresh = useRefresh();
  return useMutation({ mutationFn: (id: number) => api.delete(`/api/departments/${id}`), onSuccess: refresh });
}

/** Puts a department at an index among its new siblings, making room among them first where there is none. */
export function useMoveDepartment(tree: DepartmentTree<Department>) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async ({ id, move }: { id: number; move: Move }) => {
      const siblings = tree.childrenOf(move.parentId).filter((sibling) => sibling.id !== id);
      const { position, shifts } = positionAt(siblings, move.position);
      for (const shift of shifts.toReversed()) {
        const sibling = tree.byId.get(shift.id);
        if (!sibling) continue;
        const body = { name: sibling.name, headId: sibling.head?.id ?? null, position: shift.position };
        await api.put(`/api/departments/${shift.id}`, body);
      }
      return api.post<Department>(`/api/departments/${id}/move`, { parentId: move.parentId, position });
    },
    onSettled: refresh,
  });
}
