import { useMutation, useQueryClient } from "@tanstack/react-query";
import { directoryKey, endless } from "@/api/directory";
import { api } from "@/api/http";
import { sessionKey } from "@/api/session";
import type { Locale, Member, Session, ThemeChoice } from "@/api/types";

export interface Device {
  id: number;
  device: string;
  address: string;
  createdAt: string;
  lastSeenAt: string;
  current: boolean;
  bearer: boolean;
}

export const devicesQuery = endless<Device>(["devices"], "/api/devices");

export interface AccountChange {
  locale?: Locale;
  theme?: ThemeChoice;
  phone?: string | null;
  email?: string | null;
  password?: string;
}

export function useSaveProfile() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: { alias: string; avatarFileId: number | null }) => api.put<Member>("/api/profile", body),
    onSuccess: async () => {
      await Promise.all([
        cache.invalidateQueries({ queryKey: sessionKey }),
        cache.invalidateQueries({ queryKey: directoryKey }),
      ]);
    },
  });
}

export function useSaveAccount() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: AccountChange) => api.put<Session>("/api/account", body),
    onSuccess: () => cache.invalidateQueries({ queryKey: sessionKey }),
  });
}

export function useChangePassword() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: { current?: string; next: string }) => api.put("/api/account/password", body),
    onSuccess: () =>
      Promise.all([
        cache.invalidateQueries({ queryKey: sessionKey }),
        cache.invalidateQueries({ queryKey: devicesQuery.queryKey }),
      ]),
  });
}

export function useRevokeDevice() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (id: number) => api.delete(`/api/devices/${id}`),
    onSuccess: () => cache.invalidateQueries({ queryKey: devicesQuery.queryKey }),
  });
}
