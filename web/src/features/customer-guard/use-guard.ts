import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { endless } from "@/api/directory";
import type {
  AlertKind,
  ArchiveAuditor,
  ArchiveLook,
  ArchiveMessage,
  ArchiveSelf,
  ArchiveSettings,
  ArchiveThread,
  CustomerFarewell,
  GuardAction,
  GuardAlert,
  GuardExport,
  GuardHit,
  GuardRights,
  GuardRule,
  GuardSettings,
  GuardStatistics,
} from "@/api/guard-types";
import { api } from "@/api/http";
import type { Page } from "@/api/types";
import { useChangeBelow } from "@/api/use-change";
import { useLive } from "@/api/use-live";

const key = ["customer-guard"] as const;

export interface HitFilter {
  rule: number | null;
  action: GuardAction | null;
  member: number | null;
  customer: number | null;
  since: string | null;
  until: string | null;
}

export interface AlertFilter {
  kind: AlertKind | null;
  member: number | null;
}

export interface ThreadFilter {
  /** Groups instead of single chats. */
  groups: boolean;
  member: number | null;
  since: string | null;
  until: string | null;
}

const get = <T>(name: string, path: string) =>
  queryOptions({ queryKey: [...key, name], queryFn: () => api.get<T>(path) });

export const rightsQuery = get<GuardRights>("rights", "/api/customer-guard/rights");
export const rulesQuery = get<GuardRule[]>("rules", "/api/customer-guard/rules");
export const alertSettingsQuery = get<GuardSettings>("settings", "/api/customer-guard/settings");
export const selfQuery = get<ArchiveSelf>("self", "/api/archive/me");
export const archiveSettingsQuery = get<{ settings: ArchiveSettings; noticeVersion: number }>(
  "archive-settings",
  "/api/archive/settings",
);
export const auditorsQuery = get<ArchiveAuditor[]>("auditors", "/api/archive/auditors");

export const hitsQuery = (filter: HitFilter) =>
  endless<GuardHit>([...key, "hits", filter], "/api/customer-guard/hits", { ...filter });

export const alertsQuery = (filter: AlertFilter) =>
  endless<GuardAlert>([...key, "alerts", filter], "/api/customer-guard/alerts", { ...filter });

export const farewellsQuery = endless<CustomerFarewell>([...key, "farewells"], "/api/admin/customers/farewells");

export const statisticsQuery = (since: string | null, until: string | null) =>
  queryOptions({
    queryKey: [...key, "statistics", since, until],
    queryFn: () => api.get<GuardStatistics>("/api/customer-guard/statistics", { since, until }),
    placeholderData: keepPreviousData,
  });

/** Each question is a line in the audit: what was asked a moment ago is not asked again by itself. */
const ASKED_ONCE = { staleTime: Number.POSITIVE_INFINITY, gcTime: 0, refetchOnWindowFocus: false } as const;

const archiveKey = ["archive"] as const;

export const threadsQuery = (filter: ThreadFilter) => ({
  ...endless<ArchiveThread>([...archiveKey, "threads", filter], "/api/archive/threads", { ...filter }),
  ...ASKED_ONCE,
});

export const searchQuery = (q: string, filter: ThreadFilter) => ({
  ...endless<ArchiveMessage>([...archiveKey, "search", q, filter], "/api/archive/messages", { q, ...filter }),
  ...ASKED_ONCE,
});

export const threadQuery = (id: number) => get<ArchiveThread>(`thread-${id}`, `/api/archive/threads/${id}`);

export const messagesQuery = (id: number) => ({
  ...ASKED_ONCE,
  queryKey: [...archiveKey, "messages", id],
  queryFn: ({ pageParam }: { pageParam: string | null }) =>
    api.get<Page<ArchiveMessage>>(`/api/archive/threads/${id}/messages`, { before: pageParam }),
  initialPageParam: null as string | null,
  getNextPageParam: (page: Page<ArchiveMessage>) => page.next,
});

export const exportsQuery = endless<GuardExport>([...key, "exports"], "/api/customer-guard/exports");

export const looksQuery = endless<ArchiveLook>([...key, "looks"], "/api/archive/looks");

/** A change, after which everything here is asked for again. */
export const useGuardChange = <In, Out = unknown>(change: (input: In) => Promise<Out>) => useChangeBelow(key, change);

/** Keeps what is shown true while it is open; the archive is asked only when somebody asks. */
export const useGuardLive = () => useLive("customerguard", key);
