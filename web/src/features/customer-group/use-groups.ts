import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type {
  CustomerGroup,
  CustomerGroupLine,
  CustomerGroupScope,
  CustomerGroupSettings,
  GroupBlock,
  GroupCode,
  GroupFailure,
  GroupPerson,
  GroupSettingsBody,
  GroupStatistics,
  GuardLine,
  GuardRule,
} from "@/api/customer-group-types";
import type { CustomerLine, CustomerScope } from "@/api/customer-types";
import { endless } from "@/api/directory";
import { api } from "@/api/http";
import type { Page } from "@/api/types";
import { useChangeBelow } from "@/api/use-change";
import { useLive } from "@/api/use-live";

export const groupsKey = ["customer-groups"] as const;

/** Keeps what is shown true while it is open. */
export const useGroupsLive = () => useLive("customergroup", groupsKey);

export const groupsQuery = (scope: CustomerGroupScope, q: string) =>
  endless<CustomerGroupLine>([...groupsKey, "list", scope, q], "/api/customer-groups", { scope, q });

/** Those whom the reader may choose between: everybody sees his own, some also their people's, administrators all. */
export const scopesQuery = queryOptions({
  queryKey: [...groupsKey, "scopes"],
  queryFn: async () => (await api.get<{ scopes: CustomerScope[] }>("/api/customer-scopes")).scopes,
  staleTime: 60_000,
});

export const groupQuery = (id: number) =>
  queryOptions({
    queryKey: [...groupsKey, "one", id],
    queryFn: () => api.get<CustomerGroup>(`/api/customer-groups/${id}`),
    retry: false,
  });

export const ofConversationQuery = (conversation: number) =>
  queryOptions({
    queryKey: [...groupsKey, "of-conversation", conversation],
    queryFn: () => api.get<CustomerGroup>(`/api/customer-groups/of-conversation/${conversation}`),
    retry: false,
  });

export const peopleQuery = (id: number, kind: "STAFF" | "CUSTOMER" | null) =>
  endless<GroupPerson>([...groupsKey, "people", id, kind], `/api/customer-groups/${id}/members`, { kind });

export const logQuery = (id: number) =>
  endless<GuardLine>([...groupsKey, "log", id], `/api/customer-groups/${id}/log`, { limit: 30 });

export const statisticsQuery = (place: number | CustomerGroupScope, from: string, until: string) =>
  queryOptions({
    queryKey: [...groupsKey, "statistics", place, from, until],
    queryFn: () =>
      typeof place === "number"
        ? api.get<GroupStatistics>(`/api/customer-groups/${place}/statistics`, { from, until })
        : api.get<GroupStatistics>("/api/customer-groups/statistics", { scope: place, from, until }),
    placeholderData: keepPreviousData,
  });

export const failuresQuery = (id: number) =>
  queryOptions({
    queryKey: [...groupsKey, "failures", id],
    queryFn: () => api.get<GroupFailure[]>(`/api/customer-groups/${id}/failures`),
  });

export const codesQuery = endless<GroupCode>([...groupsKey, "codes"], "/api/customer-group-codes", { limit: 20 });

export const rulesQuery = endless<GuardRule>([...groupsKey, "rules"], "/api/customer-group-rules");

export const blocksQuery = endless<GroupBlock>([...groupsKey, "blocks"], "/api/customer-group-blocks");

export const settingsQuery = queryOptions({
  queryKey: [...groupsKey, "settings"],
  queryFn: () => api.get<CustomerGroupSettings>("/api/customer-groups/settings"),
});

/** Groups that the reader manages, to be chosen from by their names. */
export const choosableQuery = (q: string) =>
  queryOptions({
    queryKey: [...groupsKey, "choosable", q],
    queryFn: ({ signal }) => api.get<Page<CustomerGroupLine>>("/api/customer-groups", { q, limit: 50 }, signal),
    placeholderData: keepPreviousData,
  });

/** One's own customers by name, to be brought into a group. */
export const myCustomersQuery = (q: string) =>
  queryOptions({
    queryKey: [...groupsKey, "my-customers", q],
    queryFn: ({ signal }) =>
      api.get<Page<CustomerLine>>(
        "/api/customer-lists/MINE",
        { order: "ACTIVE", limit: 50, filter: JSON.stringify({ open: true, ...(q === "" ? {} : { q }) }) },
        signal,
      ),
    placeholderData: keepPreviousData,
  });

/** One change of something about groups. */
export const useChange = <In, Out = unknown>(change: (input: In) => Promise<Out>) => useChangeBelow(groupsKey, change);

/** A group's settings as they are, to be sent with what changes. */
export function settingsOf({ nameLocked, mutedAll, welcome, replies, version }: CustomerGroup): GroupSettingsBody {
  return { nameLocked, mutedAll, welcome, replies, version };
}

export const useSaveSettings = (group: CustomerGroup) =>
  useChange((change: Partial<GroupSettingsBody>) =>
    api.put<CustomerGroup>(`/api/customer-groups/${group.id}/settings`, { ...settingsOf(group), ...change }),
  );
