import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "@/api/http";
import { channelsQuery } from "./use-notice";

/** Whether the SMS gateway has an address for receipts and replies. */
export interface Callback {
  /** The settings say how to read what the gateway posts. */
  readable: boolean;
  openedAt: string | null;
}

export interface CallbackAddress {
  /** With its secret; never shown again. */
  url: string;
  openedAt: string;
}

const PATH = "/api/admin/notice/sms-callback";

/** Below the channels: what changes them changes this, too. */
export const callbackQuery = queryOptions({
  queryKey: [...channelsQuery.queryKey, "callback"],
  queryFn: () => api.get<Callback>(PATH),
});

export function useOpenCallback() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: () => api.post<CallbackAddress>(PATH),
    onSettled: () => cache.invalidateQueries({ queryKey: callbackQuery.queryKey }),
  });
}

export function useCloseCallback() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: () => api.delete(PATH),
    onSettled: () => cache.invalidateQueries({ queryKey: callbackQuery.queryKey }),
  });
}
