import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type {
  BoardFilter,
  BoardRecipient,
  Ding,
  DingBody,
  DingBox,
  DingComment,
  DingLine,
  DingOptions,
  DingSchedule,
  Estimate,
  Recurrence,
  Way,
} from "@/api/ding-types";
import { endless } from "@/api/directory";
import { api } from "@/api/http";
import { useRinging } from "./ringing";

export const dingsKey = ["dings"] as const;
const listsKey = [...dingsKey, "list"] as const;
const dingKey = (id: number) => [...dingsKey, "one", id] as const;
const boardKey = (id: number) => [...dingsKey, "board", id] as const;
const commentsKey = (id: number) => [...dingsKey, "comments", id] as const;
const schedulesKey = [...dingsKey, "schedules"] as const;

export const boxQuery = (box: DingBox) => endless<DingLine>([...listsKey, box], "/api/dings", { box });

export const schedulesQuery = endless<DingSchedule>(schedulesKey, "/api/ding-schedules");

export const dingQuery = (id: number) =>
  queryOptions({ queryKey: dingKey(id), queryFn: () => api.get<Ding>(`/api/dings/${id}`) });

/** What waits for my confirmation, for the badge; at most 100 are counted. */
export const summaryQuery = queryOptions({
  queryKey: [...dingsKey, "summary"],
  queryFn: () => api.get<{ waiting: number }>("/api/dings/summary"),
});

export const optionsQuery = queryOptions({
  queryKey: ["ding-options"],
  queryFn: () => api.get<DingOptions>("/api/ding-options"),
  staleTime: 60_000,
});

export const boardQuery = (id: number, filter: BoardFilter) =>
  endless<BoardRecipient>([...boardKey(id), filter], `/api/dings/${id}/recipients`, { filter, limit: 100 });

export const commentsQuery = (id: number) => endless<DingComment>(commentsKey(id), `/api/dings/${id}/comments`);

/** What a body without its key would do: the key never changes the answer. */
export const estimateQuery = (body: DingBody) =>
  queryOptions({
    queryKey: ["ding-estimate", { ...body, key: "" }],
    queryFn: () => api.post<Estimate>("/api/dings/estimate", body),
    staleTime: 15_000,
    retry: false,
  });

/** Looks again at whatever shows this DING, after something happened to it. */
export function useRefreshDings() {
  const cache = useQueryClient();
  return (ding?: Ding) => {
    if (ding) cache.setQueryData(dingQuery(ding.id).queryKey, ding);
    void cache.invalidateQueries({ queryKey: listsKey });
    void cache.invalidateQueries({ queryKey: summaryQuery.queryKey });
    if (ding) void cache.invalidateQueries({ queryKey: boardKey(ding.id) });
  };
}

/** Confirms for me, or for the recipient I stand in for. */
export function useConfirm() {
  const refresh = useRefreshDings();
  return useMutation({
    mutationFn: ({ ding, recipient }: { ding: number; recipient: number | null }) =>
      api.post<Ding>(
        recipient === null ? `/api/dings/${ding}/confirm` : `/api/dings/${ding}/recipients/${recipient}/confirm`,
      ),
    onSuccess: (ding) => {
      useRinging.setState(({ waiting }) => ({ waiting: waiting.map((each) => (each.id === ding.id ? ding : each)) }));
      refresh(ding);
    },
  });
}

/** Tells the sender that it has been seen: asked for when somebody really looks at this window. */
export function useOpened(id: number, mine: boolean) {
  const cache = useQueryClient();
  useEffect(() => {
    if (!mine) return;
    let told = false;
    const look = () => {
      if (told || document.visibilityState !== "visible" || !document.hasFocus()) return;
      told = true;
      void cache.fetchQuery(dingQuery(id)).catch(() => {
        told = false;
      });
    };
    look();
    window.addEventListener("focus", look);
    document.addEventListener("visibilitychange", look);
    return () => {
      window.removeEventListener("focus", look);
      document.removeEventListener("visibilitychange", look);
    };
  }, [id, mine, cache]);
}

export function useSend() {
  const refresh = useRefreshDings();
  return useMutation({
    mutationFn: (body: DingBody) => api.post<Ding>("/api/dings", body),
    onSuccess: refresh,
  });
}

export function useSchedule() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: { ding: DingBody; recurrence: Recurrence }) =>
      api.post<DingSchedule>("/api/ding-schedules", body),
    onSuccess: () => cache.invalidateQueries({ queryKey: schedulesKey }),
  });
}

export function useStopSchedule() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (id: number) => api.delete(`/api/ding-schedules/${id}`),
    onSuccess: () => cache.invalidateQueries({ queryKey: schedulesKey }),
  });
}

export function useRemind(id: number) {
  const refresh = useRefreshDings();
  return useMutation({
    mutationFn: (ways: Way[] | null) => api.post<Ding>(`/api/dings/${id}/remind`, { ways }),
    onSuccess: refresh,
  });
}

export function useRecall(id: number) {
  const refresh = useRefreshDings();
  return useMutation({ mutationFn: () => api.post<Ding>(`/api/dings/${id}/recall`), onSuccess: refresh });
}

export function useComment(id: number) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: { key: string; text: string }) => api.post(`/api/dings/${id}/comments`, body),
    onSuccess: () => {
      void cache.invalidateQueries({ queryKey: dingKey(id) });
      return cache.invalidateQueries({ queryKey: commentsKey(id) });
    },
  });
}

/** A short-lived address of what was sent along, good for this person only. */
export function fileTicket(id: number, what: "recording" | "attachment") {
  return api.post<{ url: string; expiresAt: string }>(`/api/dings/${id}/${what}`);
}
