import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { endless } from "@/api/directory";
import { api } from "@/api/http";
import type { Card } from "@/api/types";

export const WAYS = ["APP", "PUSH", "EMAIL", "SMS", "VOICE"] as const;
export type Way = (typeof WAYS)[number];

export const TARGETS = ["PERSON", "DEPUTY", "MANAGER"] as const;
export type Target = (typeof TARGETS)[number];

export interface Step {
  afterMinutes: number;
  ways: Way[];
  target: Target;
}

export interface Ladder {
  steps: Step[];
}

export interface Quiet {
  from: string;
  until: string;
}

/** A part of the company: everyone, or whoever is in one of these. */
export interface Selector {
  everyone: boolean;
  departments: number[];
  roles: number[];
  members: number[];
}

export interface DingSettings {
  ladder: Ladder;
  quiet: Quiet | null;
  override: Selector;
  recipientsMax: number;
  dingsPerHour: number;
  smsPerSenderDay: number | null;
  voicePerSenderDay: number | null;
  smsPerMonth: number | null;
  voicePerMonth: number | null;
}

export interface Rule {
  from: Selector;
  to: Selector;
  ways: Way[];
}

export const MODES = ["APP_ONLY", "REFUSE"] as const;
export type Mode = (typeof MODES)[number];

export interface ProtectedPerson {
  person: Card;
  mode: Mode;
  senders: Card[];
}

export type AuditKind =
  | "SENT"
  | "OVERRIDE"
  | "RECALLED"
  | "REMINDED"
  | "SCHEDULED"
  | "UNSCHEDULED"
  | "SETTINGS"
  | "RULES"
  | "PROTECTED"
  | "UNPROTECTED"
  | "CHANNEL";

export interface AuditEntry {
  id: number;
  at: string;
  actor: Card | null;
  kind: AuditKind;
  dingId: number | null;
  detail: Record<string, unknown>;
}

export interface Statistic {
  day: string;
  departmentId: number;
  department: string;
  way: Way;
  count: number;
}

const dingKey = ["admin-ding"] as const;
const BASE = "/api/admin/ding";

export const settingsQuery = queryOptions({
  queryKey: [...dingKey, "settings"],
  queryFn: () => api.get<DingSettings>(`${BASE}/settings`),
});

export const rulesQuery = queryOptions({
  queryKey: [...dingKey, "rules"],
  queryFn: async () => (await api.get<{ items: Rule[] }>(`${BASE}/rules`)).items,
});

export const protectedQuery = endless<ProtectedPerson>([...dingKey, "protected"], `${BASE}/protected`);

export const auditQuery = endless<AuditEntry>([...dingKey, "audit"], `${BASE}/audit`);

export function statisticsQuery(from: string, until: string) {
  return queryOptions({
    queryKey: [...dingKey, "statistics", from, until],
    queryFn: async () => (await api.get<{ items: Statistic[] }>(`${BASE}/statistics`, { from, until })).items,
  });
}

/** Ways that nothing carries at the moment; the app needs nothing. */
export const missingWaysQuery = queryOptions({
  queryKey: ["notice", "missing-ways"],
  queryFn: async () =>
    (await api.get<{ channel: Way; state: string }[]>("/api/admin/notice/channels"))
      .filter(({ state }) => state !== "READY")
      .map(({ channel }) => channel),
});

export const roleNamesQuery = queryOptions({
  queryKey: ["directory", "role-names"],
  queryFn: async () => (await api.get<{ items: { id: number; name: string }[] }>("/api/roles", { limit: 200 })).items,
  staleTime: 60_000,
});

function useRefresh() {
  const cache = useQueryClient();
  return () => cache.invalidateQueries({ queryKey: dingKey });
}

export function useSaveSettings() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: DingSettings) => api.put<DingSettings>(`${BASE}/settings`, body),
    onSuccess: refresh,
  });
}

export function useSaveRules() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (items: Rule[]) => api.put<{ items: Rule[] }>(`${BASE}/rules`, { items }),
    onSuccess: refresh,
  });
}

export function useProtect() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ memberId, ...body }: { memberId: number; mode: Mode; senderIds: number[] }) =>
      api.put<ProtectedPerson>(`${BASE}/protected/${memberId}`, body),
    onSuccess: refresh,
  });
}

export function useUnprotect() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (memberId: number) => api.delete(`${BASE}/protected/${memberId}`),
    onSuccess: refresh,
  });
}
