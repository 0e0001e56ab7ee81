import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import type {
  CareExport,
  CareMember,
  CareOrder,
  CareRecount,
  CareScope,
  CareSettings,
  CareStatistics,
  CareWait,
  CareWaitCount,
  SettleReason,
} from "@/api/care-types";
import { endless } from "@/api/directory";
import { api, Problem } from "@/api/http";
import { useChangeBelow } from "@/api/use-change";
import { useLive } from "@/api/use-live";

const careKey = ["customer-care"] as const;

/** Minutes pass without anybody saying so. */
const MINUTE_MS = 60_000;
const RECOUNT_MS = 3_000;

export interface Span {
  from: string;
  until: string;
}

export const waitsQuery = (scope: CareScope) => ({
  ...endless<CareWait>([...careKey, "waits", scope], "/api/customer-care/waits", { scope }),
  refetchInterval: MINUTE_MS,
});

export const countQuery = queryOptions({
  queryKey: [...careKey, "count"],
  queryFn: () => api.get<CareWaitCount>("/api/customer-care/waits/count"),
});

export const scopesQuery = queryOptions({
  queryKey: [...careKey, "scopes"],
  queryFn: async () => (await api.get<{ scopes: CareScope[] }>("/api/customer-care/scopes")).scopes,
});

/** Null: nobody waits in this thread, or for somebody else. */
export const waitQuery = (conversationId: number) =>
  queryOptions({
    queryKey: [...careKey, "wait", conversationId],
    queryFn: async () => {
      try {
        return await api.get<CareWait>(`/api/customer-care/waits/${conversationId}`);
      } catch (problem) {
        if (problem instanceof Problem && problem.status === 404) return null;
        throw problem;
      }
    },
  });

export const settingsQuery = queryOptions({
  queryKey: [...careKey, "settings"],
  queryFn: () => api.get<CareSettings>("/api/customer-care/settings"),
});

export const statisticsQuery = (scope: CareScope, span: Span, department: number | null) =>
  queryOptions({
    queryKey: [...careKey, "statistics", scope, span, department],
    queryFn: () => api.get<CareStatistics>(`/api/customer-care/statistics/${scope}`, { ...span, department }),
    placeholderData: keepPreviousData,
  });

export interface MembersView {
  scope: CareScope;
  span: Span;
  department: number | null;
  order: CareOrder;
  reversed: boolean;
}

export const membersQuery = ({ scope, span, department, order, reversed }: MembersView) => ({
  ...endless<CareMember>(
    [...careKey, "members", scope, span.from, span.until, department, order, reversed],
    `/api/customer-care/statistics/${scope}/members`,
    { ...span, department, order, reversed },
  ),
  placeholderData: keepPreviousData,
});

/** Days that are being counted again; over soon, without a hint. */
export const recountsQuery = queryOptions({
  queryKey: [...careKey, "recounts"],
  queryFn: () => api.get<CareRecount[]>("/api/admin/customer-care/recounts"),
  refetchInterval: ({ state }) => (state.data && state.data.length > 0 ? RECOUNT_MS : false),
});

export const exportsQuery = endless<CareExport>([...careKey, "exports"], "/api/admin/customer-care/exports");

const useChange = <In, Out = unknown>(change: (input: In) => Promise<Out>) => useChangeBelow(careKey, change);

export const useSettle = () =>
  useChange(({ conversationId, reason }: { conversationId: number; reason: SettleReason }) =>
    api.post<void>(`/api/customer-care/waits/${conversationId}/settle`, { reason }),
  );

export const useLeave = () =>
  useChange((conversationId: number) => api.post<void>(`/api/customer-care/waits/${conversationId}/leave`, {}));

export const useSaveSettings = () =>
  useChange((body: CareSettings) => api.put<CareSettings>("/api/admin/customer-care/settings", body));

export const useRecount = () =>
  useChange((day: string) => api.post<CareRecount[]>("/api/admin/customer-care/recounts", { day }));

/** Keeps what is shown true while it is open. */
export const useCareLive = () => useLive("customercare", careKey);

/** Customers who wait for me. */
export function useWaitingCount(): number {
  useCareLive();
  return useQuery(countQuery).data?.waiting ?? 0;
}
