import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "@/api/http";
import { type TellSettings, type TellView, tellQuery } from "@/api/tell";

const PATH = "/api/message-notices";

/** null: as the company has set. */
export function useSaveTelling() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (settings: TellSettings | null) =>
      settings === null ? api.delete<TellView>(PATH) : api.put<TellView>(PATH, settings),
    onSuccess: (saved) => cache.setQueryData(tellQuery.queryKey, saved),
  });
}

/** null: from now on as usual. */
export function useQuiet() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (until: string | null) => api.put<TellView>(`${PATH}/quiet`, { until }),
    onSuccess: (saved) => cache.setQueryData(tellQuery.queryKey, saved),
  });
}
