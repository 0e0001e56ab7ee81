import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { endless } from "@/api/directory";
import { api } from "@/api/http";
import type {
  CustomerPrivacy,
  NoticeText,
  NoticeVersion,
  PrivacyAudit,
  PrivacyErasure,
  PrivacyExport,
  PrivacySettings,
  RegisterEntry,
  RegisterLine,
  RetentionPreview,
} from "@/api/privacy-types";
import { useChangeBelow } from "@/api/use-change";
import { useLive } from "@/api/use-live";

const privacyKey = ["privacy"] as const;
const BASE = "/api/admin/privacy";

/** How often what is under way is looked at. */
const LOOK_MS = 2_000;

export const erasuresQuery = (open: boolean) => ({
  ...endless<PrivacyErasure>([...privacyKey, "erasures", open], `${BASE}/erasures`, { open }),
  placeholderData: keepPreviousData,
});

export const exportsQuery = endless<PrivacyExport>([...privacyKey, "exports"], `${BASE}/exports`);

export const auditQuery = endless<PrivacyAudit>([...privacyKey, "audit"], `${BASE}/audit`);

export const noticesQuery = endless<NoticeVersion>([...privacyKey, "notices"], "/api/admin/customers/notices");

export const settingsQuery = queryOptions({
  queryKey: [...privacyKey, "settings"],
  queryFn: () => api.get<PrivacySettings>(`${BASE}/settings`),
});

export const previewQuery = (retentionMonths: number, deviceMonths: number) =>
  queryOptions({
    queryKey: [...privacyKey, "preview", retentionMonths, deviceMonths],
    queryFn: () =>
      api.get<RetentionPreview>(`${BASE}/retention`, {
        retentionMonths: retentionMonths || undefined,
        deviceMonths: deviceMonths || undefined,
      }),
    enabled: retentionMonths > 0 || deviceMonths > 0,
    placeholderData: keepPreviousData,
  });

export const registerQuery = queryOptions({
  queryKey: [...privacyKey, "register"],
  queryFn: () => api.get<RegisterLine[]>(`${BASE}/register`),
});

const underWay = ({ state }: { state: string }) => state === "WAITING" || state === "RUNNING";

export const customerPrivacyQuery = (id: number) =>
  queryOptions({
    queryKey: [...privacyKey, "customer", id],
    queryFn: () => api.get<CustomerPrivacy>(`/api/customers/${id}/privacy`),
    refetchInterval: ({ state }) =>
      state.data && (state.data.exports.some(underWay) || state.data.erasure?.state === "RUNNING") ? LOOK_MS : false,
  });

const useChange = <In, Out = unknown>(change: (input: In) => Promise<Out>) => useChangeBelow(privacyKey, change);

export const useErase = () =>
  useChange((customerId: number) => api.post<PrivacyErasure>(`${BASE}/erasures`, { customerId }));

export const useCancelErasure = () => useChange((id: number) => api.post<void>(`${BASE}/erasures/${id}/cancel`, {}));

export const useExport = () =>
  useChange((customerId: number) => api.post<PrivacyExport>(`${BASE}/exports`, { customerId }));

export const useOpenExport = () =>
  useChange((id: number) => api.post<{ url: string }>(`${BASE}/exports/${id}/ticket`, {}));

export const useSaveSettings = () =>
  useChange((body: PrivacySettings) => api.put<PrivacySettings>(`${BASE}/settings`, body));

export const usePublish = () => useChange((body: NoticeText) => api.post<void>("/api/admin/customers/notices", body));

export const useSaveLine = (id: number | null) =>
  useChange((body: RegisterEntry) =>
    id === null
      ? api.post<RegisterLine>(`${BASE}/register`, body)
      : api.put<RegisterLine>(`${BASE}/register/${id}`, body),
  );

export const useDeleteLine = () => useChange((id: number) => api.delete<void>(`${BASE}/register/${id}`));

/** Keeps what is shown true while it is open. */
export const usePrivacyLive = () => useLive("privacy", privacyKey);
