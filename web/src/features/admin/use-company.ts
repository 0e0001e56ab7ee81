import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { directoryKey } from "@/api/directory";
import { api } from "@/api/http";
import { sessionKey } from "@/api/session";
import type { Org } from "@/api/types";

export const orgQuery = queryOptions({ queryKey: ["org"], queryFn: () => api.get<Org>("/api/org") });

export type OrgChange = Omit<Org, "id">;

export function useSaveCompany() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: OrgChange) => api.put<Org>("/api/org", body),
    onSuccess: async (org) => {
      cache.setQueryData(orgQuery.queryKey, org);
      await Promise.all([
        cache.invalidateQueries({ queryKey: sessionKey }),
        cache.invalidateQueries({ queryKey: directoryKey }),
      ]);
    },
  });
}

export function useHandOver() {
  return useMutation({
    mutationFn: (memberId: number) => api.put("/api/org/owner", { memberId }),
    onSuccess: () => window.location.reload(),
  });
}
