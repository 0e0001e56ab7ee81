import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { CustomerGroupLine } from "@/api/customer-group-types";
import type { CustomerLine, CustomerScope, Segment } from "@/api/customer-types";
import { endless } from "@/api/directory";
import { api } from "@/api/http";
import type {
  Mass,
  MassBox,
  MassLine,
  MassPreview,
  MassRecipient,
  MassRequest,
  MassResult,
  MassSettings,
  MassShare,
} from "@/api/mass-types";
import type { Page } from "@/api/types";
import { useChangeBelow } from "@/api/use-change";
import { useLive } from "@/api/use-live";

export const massKey = ["mass-messages"] as const;

/** How often progress is looked at while something is under way. */
const PROGRESS_MS = 1_500;

const moves = (line: MassLine | undefined) =>
  line !== undefined && (line.state === "SENDING" || line.state === "RECALLING");

export const massesQuery = (box: MassBox) =>
  endless<MassLine>([...massKey, "list", box], "/api/mass-messages", { box });

export const massQuery = (id: number) =>
  queryOptions({
    queryKey: [...massKey, "one", id],
    queryFn: () => api.get<Mass>(`/api/mass-messages/${id}`),
    refetchInterval: ({ state }) => (moves(state.data?.line) ? PROGRESS_MS : false),
    retry: false,
  });

export const recipientsQuery = (id: number, result: MassResult | null, member: number | null) =>
  endless<MassRecipient>([...massKey, "recipients", id, result, member], `/api/mass-messages/${id}/recipients`, {
    result,
    member,
  });

export const sharesQuery = (id: number) =>
  endless<MassShare>([...massKey, "shares", id], `/api/mass-messages/${id}/shares`);

export const settingsQuery = queryOptions({
  queryKey: [...massKey, "settings"],
  queryFn: () => api.get<MassSettings>("/api/mass-messages/settings"),
});

export const segmentsQuery = queryOptions({
  queryKey: ["customers", "segments"],
  queryFn: () => api.get<Segment[]>("/api/customer-segments"),
});

export const scopesQuery = queryOptions({
  queryKey: ["customers", "scopes"],
  queryFn: () => api.get<{ scopes: CustomerScope[] }>("/api/customer-scopes"),
});

export const foundQuery = (text: string) =>
  queryOptions({
    queryKey: ["customers", "found", text],
    queryFn: () =>
      api.get<Page<CustomerLine>>("/api/customer-lists/MINE", {
        limit: 30,
        filter: JSON.stringify({ open: true, ...(text === "" ? {} : { q: text }) }),
      }),
    placeholderData: keepPreviousData,
  });

export const ownGroupsQuery = (q: string) =>
  queryOptions({
    queryKey: ["customer-groups", "mine", q],
    queryFn: () => api.get<Page<CustomerGroupLine>>("/api/customer-groups", { scope: "MINE", q, limit: 100 }),
    placeholderData: keepPreviousData,
  });

export const previewQuery = (request: MassRequest, wanted: boolean) =>
  queryOptions({
    queryKey: [...massKey, "preview", { ...request, key: "" }],
    queryFn: () => api.post<MassPreview>("/api/mass-messages/preview", request),
    enabled: wanted,
    retry: false,
    staleTime: 0,
    placeholderData: keepPreviousData,
  });

const useChange = <In, Out = unknown>(change: (input: In) => Promise<Out>) => useChangeBelow(massKey, change);

export const useWrite = () => useChange((body: MassRequest) => api.post<Mass>("/api/mass-messages", body));

export const useConfirm = (id: number) =>
  useChange((without: number[]) => api.post<Mass>(`/api/mass-messages/${id}/confirm`, { without }));

export const useAct = (id: number) =>
  useChange((what: "remind" | "cancel" | "recall") => api.post<unknown>(`/api/mass-messages/${id}/${what}`, {}));

export const useSaveSettings = () =>
  useChange((body: MassSettings) => api.put<MassSettings>("/api/admin/mass-messages/settings", body));

/** Keeps what is shown true while it is open. */
export const useMassLive = () => useLive("mass", massKey);
