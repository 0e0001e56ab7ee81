import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { endless } from "@/api/directory";
import type {
  HandOverAuditLine,
  HandOverLine,
  HandOverRun,
  HandOverScope,
  HandOverSettings,
  HandOverState,
  HandOverStatistics,
  Leaver,
  LeaverGroup,
  PassOnResults,
  UnassignedCustomer,
} from "@/api/handover-types";
import { api } from "@/api/http";
import { useChangeBelow } from "@/api/use-change";
import { useLive } from "@/api/use-live";

export const handoversKey = ["handovers"] as const;

/** How often progress is looked at while everything of a leaver is given away. */
const RUN_MS = 1_500;

export const leaversQuery = endless<Leaver>([...handoversKey, "leavers"], "/api/handovers/leavers");

export const leaverQuery = (id: number) =>
  queryOptions({
    queryKey: [...handoversKey, "leaver", id],
    queryFn: () => api.get<Leaver>(`/api/handovers/leavers/${id}`),
    refetchInterval: ({ state }) => (state.data?.run?.state === "RUNNING" ? RUN_MS : false),
  });

export const unassignedQuery = (id: number) =>
  endless<UnassignedCustomer>([...handoversKey, "unassigned", id], `/api/handovers/leavers/${id}/customers`);

export const leaverGroupsQuery = (id: number) =>
  endless<LeaverGroup>([...handoversKey, "groups", id], `/api/handovers/leavers/${id}/groups`);

export const linesQuery = (scope: HandOverScope, state: HandOverState | null) =>
  endless<HandOverLine>([...handoversKey, "lines", scope, state], "/api/handovers", { scope, state });

export const ofCustomerQuery = (customerId: number) =>
  queryOptions({
    queryKey: [...handoversKey, "customer", customerId],
    queryFn: () => api.get<HandOverLine[]>(`/api/handovers/of-customer/${customerId}`),
  });

export const settingsQuery = queryOptions({
  queryKey: [...handoversKey, "settings"],
  queryFn: () => api.get<HandOverSettings>("/api/handovers/settings"),
});

export const statisticsQuery = (from: string, until: string) =>
  queryOptions({
    queryKey: [...handoversKey, "statistics", from, until],
    queryFn: () => api.get<HandOverStatistics>("/api/handovers/statistics", { from, until }),
    placeholderData: keepPreviousData,
  });

export const auditQuery = endless<HandOverAuditLine>([...handoversKey, "audit"], "/api/admin/handovers/audit");

const useChange = <In, Out = unknown>(change: (input: In) => Promise<Out>) => useChangeBelow(handoversKey, change);

export interface PassOn {
  relationIds: number[];
  takerId: number;
  message: string;
}

export const useOffer = () => useChange((body: PassOn) => api.post<PassOnResults>("/api/handovers", body));

export const useAssign = (leaver: number) =>
  useChange((body: PassOn) => api.post<PassOnResults>(`/api/handovers/leavers/${leaver}/assign`, body));

export const useRun = (leaver: number) =>
  useChange((body: { takerIds: number[]; waysTo: number | null; message: string }) =>
    api.post<HandOverRun>(`/api/handovers/leavers/${leaver}/runs`, body),
  );

export const useStop = () => useChange((run: number) => api.post<HandOverRun>(`/api/handovers/runs/${run}/stop`, {}));

export const useWays = (leaver: number) =>
  useChange((takerId: number | null) =>
    api.post<{ changed: number }>(`/api/handovers/leavers/${leaver}/ways`, { takerId }),
  );

export const usePassGroups = (leaver: number) =>
  useChange((body: { takerId: number; groupIds: number[] }) =>
    api.post<void>(`/api/handovers/leavers/${leaver}/groups`, body),
  );

export const useCancel = () => useChange((id: number) => api.post<void>(`/api/handovers/${id}/cancel`, {}));

export const useUndo = () => useChange((id: number) => api.post<void>(`/api/handovers/${id}/undo`, {}));

export const useSaveSettings = () =>
  useChange((body: HandOverSettings) => api.put<HandOverSettings>("/api/admin/handovers/settings", body));

/** Keeps what is shown true while it is open. */
export const useHandoversLive = () => useLive("handover", handoversKey);
