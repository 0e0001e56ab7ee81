import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { DingOptions, DingPreferences, QuietHours } from "@/api/ding-types";
import { api } from "@/api/http";

export const preferencesQuery = queryOptions({
  queryKey: ["ding-preferences"],
  queryFn: () => api.get<DingPreferences>("/api/ding-preferences"),
});

/** What the company has set, for those who have nothing of their own. */
export const companyQuery = queryOptions({
  queryKey: ["ding-options"],
  queryFn: () => api.get<DingOptions>("/api/ding-options"),
});

export interface PreferenceBody {
  quiet: QuietHours | null;
  deputy: { memberId: number; from: string; until: string } | null;
}

export function useSavePreferences() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: PreferenceBody) => api.put<DingPreferences>("/api/ding-preferences", body),
    onSuccess: (saved) => cache.setQueryData(preferencesQuery.queryKey, saved),
  });
}
