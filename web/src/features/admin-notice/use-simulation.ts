import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "@/api/http";
import type { Page } from "@/api/types";

export type Place = "NONE" | "SIMULATED" | "REAL";
export const NETWORKS = ["WORKING", "DOWN", "REFUSING"] as const;
export type Network = (typeof NETWORKS)[number];

export interface Simulation {
  sms: Place;
  voice: Place;
  network: Network;
}

export const DELIVERIES = ["AT_ONCE", "DELAYED", "NEVER", "TWICE", "UNDELIVERABLE"] as const;
export type Delivery = (typeof DELIVERIES)[number];

export interface Phone {
  number: string;
  /** Of the member whose number it is. */
  name: string | null;
  on: boolean;
  delivery: Delivery;
  /** A call that rings or is answered. */
  callId: number | null;
  movedAt: string;
}

export type TextState = "ACCEPTED" | "DELIVERED" | "UNDELIVERED" | "WRITTEN";

export interface PhoneText {
  id: number;
  fromPhone: boolean;
  text: string;
  state: TextState;
  at: string;
}

export type CallState = "RINGING" | "ANSWERED" | "ENDED" | "REJECTED" | "NO_ANSWER" | "CUT";

export interface PhoneCall {
  id: number;
  speech: string;
  state: CallState;
  pressed: string | null;
  startedAt: string;
  answeredAt: string | null;
  endedAt: string | null;
}

export type CallAction = { action: "ANSWER" | "REJECT" | "HANG_UP" } | { action: "PRESS"; key: string };

const BASE = "/api/admin/notice/simulation";
const key = ["simulation"] as const;
const LIST_MS = 2_000;
/** Receipts come without any other news of the phone. */
const THREAD_MS = 5_000;
const PHONES = 60;
const SHOWN = 30;

export const simulationQuery = queryOptions({
  queryKey: [...key, "state"],
  queryFn: () => api.get<Simulation>(BASE),
});

/** Those with news first; asked again while the page is open and in sight. */
export const phonesQuery = queryOptions({
  queryKey: [...key, "phones"],
  queryFn: () => api.get<Page<Phone>>(`${BASE}/phones`, { limit: PHONES }),
  refetchInterval: LIST_MS,
  staleTime: 0,
});

function path(number: string) {
  return `${BASE}/phones/${encodeURIComponent(number)}`;
}

/** The latest texts and calls of a phone. A new key with each piece of news asks for them at once. */
export function threadQuery({ number, movedAt, callId }: Phone) {
  return queryOptions({
    queryKey: [...key, "thread", number, movedAt, callId],
    queryFn: async () => {
      const [texts, calls] = await Promise.all([
        api.get<Page<PhoneText>>(`${path(number)}/messages`, { limit: SHOWN }),
        api.get<Page<PhoneCall>>(`${path(number)}/calls`, { limit: SHOWN }),
      ]);
      return { texts: texts.items, calls: calls.items };
    },
    placeholderData: keepPreviousData,
    refetchInterval: THREAD_MS,
    staleTime: 0,
    gcTime: 10_000,
  });
}

function useRefresh() {
  const cache = useQueryClient();
  return () => cache.invalidateQueries({ queryKey: key });
}

export function useSetSimulation() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: { on: boolean; network?: Network }) => api.put<Simulation>(BASE, body),
    onSuccess: (state) => {
      cache.setQueryData(simulationQuery.queryKey, state);
      return cache.invalidateQueries({ queryKey: ["notice"] });
    },
  });
}

export function usePutPhone() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ number, on, delivery }: Pick<Phone, "number" | "on" | "delivery">) =>
      api.put<Phone>(path(number), { on, delivery }),
    onSuccess: refresh,
  });
}

export function useReply(number: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (text: string) => api.post<{ answered: boolean }>(`${path(number)}/messages`, { text }),
    onSuccess: refresh,
  });
}

export function useCallAction() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ id, ...body }: { id: number } & CallAction) => api.post<PhoneCall>(`${BASE}/calls/${id}`, body),
    onSettled: refresh,
  });
}
