import { queryOptions } from "@tanstack/react-query";
import type { CustomerScope, CustomerTags } from "@/api/customer-types";
import { endless } from "@/api/directory";
import { api } from "@/api/http";
import { useChangeBelow } from "@/api/use-change";
import { useLive } from "@/api/use-live";
import type {
  ContactWay,
  CustomerBadge,
  CustomerSettings,
  Farewell,
  HostKey,
  MyCard,
  WayBody,
  WayStatistics,
  WayTaken,
  WayWait,
} from "@/api/way-types";

const waysKey = ["contact-ways"] as const;
const ADMIN = "/api/admin/customers";

export const waysQuery = endless<ContactWay>([...waysKey, "list"], "/api/contact-ways");

export const wayQuery = (id: number) =>
  queryOptions({
    queryKey: [...waysKey, "one", id],
    queryFn: () => api.get<ContactWay>(`/api/contact-ways/${id}`),
    retry: false,
  });

export const wayStatisticsQuery = (id: number, from: string, until: string) =>
  queryOptions({
    queryKey: [...waysKey, "statistics", id, from, until],
    queryFn: () => api.get<WayStatistics>(`/api/contact-ways/${id}/statistics`, { from, until }),
  });

export const myCardQuery = queryOptions({
  queryKey: [...waysKey, "my-card"],
  // Asking for it makes the code when there is none.
  queryFn: () => api.post<MyCard>("/api/my-card"),
});

/** The company's tags; the same that customers' pages have asked for. */
export const tagsQuery = queryOptions({
  queryKey: ["customers", "tags"],
  queryFn: () => api.get<CustomerTags>("/api/customer-tags"),
  staleTime: 60_000,
});

/** Whose customers the reader may see; the same that customers' pages have asked for. */
export const scopesQuery = queryOptions({
  queryKey: ["customers", "scopes"],
  queryFn: () => api.get<{ scopes: CustomerScope[] }>("/api/customer-scopes"),
  staleTime: 60_000,
});

export const waitsQuery = endless<WayWait>([...waysKey, "waits"], "/api/customer-waits");

export const settingsQuery = queryOptions({
  queryKey: [...waysKey, "settings"],
  queryFn: () => api.get<CustomerSettings>(`${ADMIN}/settings`),
});

export const hostKeysQuery = queryOptions({
  queryKey: [...waysKey, "host-keys"],
  queryFn: () => api.get<HostKey[]>(`${ADMIN}/host-keys`),
});

export const farewellsQuery = endless<Farewell>([...waysKey, "farewells"], `${ADMIN}/farewells`);

export const blockedQuery = endless<CustomerBadge>([...waysKey, "blocked"], `${ADMIN}/blocked`);

const useChange = <In, Out = unknown>(change: (input: In) => Promise<Out>) => useChangeBelow(waysKey, change);

export const useSaveWay = (id: number | null) =>
  useChange((body: WayBody) =>
    id === null
      ? api.post<ContactWay>("/api/contact-ways", body)
      : api.put<ContactWay>(`/api/contact-ways/${id}`, body),
  );

export const useDeleteWay = () => useChange((id: number) => api.delete(`/api/contact-ways/${id}`));

export const useSaveCard = () => useChange((body: MyCard["content"]) => api.put<MyCard>("/api/my-card", body));

/** Null: the reader himself. */
export const useTake = (id: number) =>
  useChange((memberId: number | null) => api.post<WayTaken>(`/api/customer-waits/${id}/take`, { memberId }));

export const useRefuse = (id: number) => useChange((_: null) => api.post<void>(`/api/customer-waits/${id}/refuse`, {}));

/** Only what is changed here: the rest stays as others have it. */
export const useSaveSettings = () =>
  useChange(async (changes: Partial<CustomerSettings>) => {
    const now = await api.get<CustomerSettings>(`${ADMIN}/settings`);
    return api.put<CustomerSettings>(`${ADMIN}/settings`, { ...now, ...changes });
  });

export const useCreateKey = () => useChange((_: null) => api.post<HostKey>(`${ADMIN}/host-keys`, {}));

export const useEndKey = () => useChange((id: number) => api.delete(`${ADMIN}/host-keys/${id}`));

export const useUnblock = () => useChange((id: number) => api.delete(`/api/customers/${id}/block`));

/** Keeps what is shown true while it is open. */
export const useWaysLive = () => useLive("contactway", waysKey);

export const useFarewellsLive = () => useLive("customer", waysKey);
