import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "@/api/http";
import type { ApiKey, ApiKeyCreated, ApiScope } from "@/api/open-types";

export const SCOPES = [
  "APPROVALS_START",
  "APPROVALS_READ",
  "APPROVALS_DECIDE",
  "FILES_UPLOAD",
  "TASKS_PUSH",
] as const satisfies readonly ApiScope[];

export interface ApiKeyBody {
  name: string;
  scopes: ApiScope[];
  memberId: number | null;
}

const keysKey = ["api-keys"] as const;

export const apiKeysQuery = queryOptions({
  queryKey: keysKey,
  queryFn: () => api.get<ApiKey[]>("/api/admin/api-keys"),
});

export function useCreateApiKey() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: ApiKeyBody) => api.post<ApiKeyCreated>("/api/admin/api-keys", body),
    onSuccess: () => cache.invalidateQueries({ queryKey: keysKey }),
  });
}

export function useRevokeApiKey() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (id: number) => api.delete(`/api/admin/api-keys/${id}`),
    onSettled: () => cache.invalidateQueries({ queryKey: keysKey }),
  });
}
