import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { endless } from "@/api/directory";
import { api } from "@/api/http";

export const CHANNELS = ["PUSH", "EMAIL", "SMS", "VOICE"] as const;
export type Channel = (typeof CHANNELS)[number];

export type CarrierKind = "SMTP" | "SMPP" | "HTTP_SMS" | "SIP" | "WEB_PUSH" | "SIMULATED_SMS" | "SIMULATED_VOICE";

export type ChannelState = "MISSING" | "READY" | "OFF" | "UNREADABLE";

export type Settings = Record<string, unknown>;

export interface ChannelInfo {
  channel: Channel;
  state: ChannelState;
  kind: CarrierKind | null;
  simulated: boolean;
  perMinute: number | null;
  priceFen: number | null;
  /** Without secrets: those are null, their names are in `secrets`. */
  settings: Settings | null;
  secrets: string[];
  /** What can be connected. */
  kinds: CarrierKind[];
  updatedAt: string | null;
}

export interface CarrierBody {
  kind: CarrierKind;
  settings: Settings;
  enabled: boolean;
  perMinute: number | null;
  priceFen: number | null;
}

export const STATES = ["QUEUED", "SENDING", "SENT", "DELIVERED", "FAILED", "CANCELLED"] as const;
export type NoticeState = (typeof STATES)[number];

export type FailReason =
  | "NO_CHANNEL"
  | "NO_ADDRESS"
  | "INVALID_ADDRESS"
  | "REFUSED"
  | "NO_ROUTE"
  | "NO_ANSWER"
  | "BUSY"
  | "NOT_DELIVERED"
  | "GAVE_UP"
  | "TOO_LATE";

export interface Order {
  id: number;
  key: string;
  channel: Channel;
  memberId: number | null;
  /** Its end only, or null. */
  address: string | null;
  state: NoticeState;
  reason: FailReason | null;
  carrier: CarrierKind | null;
  attempts: number;
  units: number;
  costFen: number;
  answered: boolean;
  retryable: boolean;
  dueAt: string;
  createdAt: string;
  movedAt: string;
}

/** What one channel did on one day of the company. */
export interface Usage {
  day: string;
  channel: Channel;
  sent: number;
  delivered: number;
  failed: number;
  units: number;
  costFen: number;
}

export interface OrderFilter {
  state: NoticeState | null;
  channel: Channel | null;
}

const noticeKey = ["notice"] as const;
const TRIAL_MS = 1_000;
const BASE = "/api/admin/notice";

export const channelsQuery = queryOptions({
  queryKey: [...noticeKey, "channels"],
  queryFn: () => api.get<ChannelInfo[]>(`${BASE}/channels`),
});

export const usageQuery = queryOptions({
  queryKey: [...noticeKey, "usage"],
  queryFn: () => api.get<Usage[]>(`${BASE}/usage`),
});

export function ordersQuery({ state, channel }: OrderFilter) {
  return endless<Order>([...noticeKey, "orders", state, channel], `${BASE}/orders`, { state, channel });
}

/** Nothing more will be heard of it. An SMS that was sent may still be delivered, or answered. */
export function isOver({ state, answered }: Pick<Order, "state" | "answered">): boolean {
  return answered || state === "FAILED" || state === "CANCELLED";
}

/** A trial on its way, watched until nothing more comes. */
export function trialQuery(first: Order) {
  return queryOptions({
    queryKey: [...noticeKey, "order", first.id],
    queryFn: () => api.get<Order>(`${BASE}/orders/${first.id}`),
    initialData: first,
    staleTime: 0,
    refetchInterval: (query) => (query.state.data && isOver(query.state.data) ? false : TRIAL_MS),
  });
}

function useRefresh() {
  const cache = useQueryClient();
  return () => cache.invalidateQueries({ queryKey: noticeKey });
}

export function useConnect(channel: Channel) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: CarrierBody) => api.put<ChannelInfo>(`${BASE}/channels/${channel}`, body),
    onSuccess: refresh,
  });
}

export function useDisconnect(channel: Channel) {
  const refresh = useRefresh();
  return useMutation({ mutationFn: () => api.delete(`${BASE}/channels/${channel}`), onSuccess: refresh });
}

export function useEnable(channel: Channel) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (enabled: boolean) => api.put<ChannelInfo>(`${BASE}/channels/${channel}/enabled`, { enabled }),
    onSuccess: refresh,
  });
}

export function useTrial(channel: Channel) {
  return useMutation({
    mutationFn: (address: string) =>
      api.post<Order>(`${BASE}/channels/${channel}/test`, { address: address.trim() || null }),
  });
}

export function useRetryOrder() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (id: number) => api.post<Order>(`${BASE}/orders/${id}/retry`),
    onSettled: refresh,
  });
}
