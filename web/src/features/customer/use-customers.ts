import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type {
  CannedReply,
  CustomerExport,
  CustomerLine,
  CustomerMerge,
  CustomerProfile,
  CustomerRelation,
  CustomerRemark,
  CustomerScope,
  CustomerTagGroup,
  CustomerTags,
  CustomerTask,
  CustomerView,
  Duplicate,
  ProfileSettings,
  Segment,
  Stage,
  TimelineLine,
} from "@/api/customer-types";
import { endless } from "@/api/directory";
import type { FormValues } from "@/api/form-types";
import { api } from "@/api/http";
import { useChangeBelow } from "@/api/use-change";
import { type Translate, useText } from "@/lib/i18n";
import { filterText, type View } from "./filter";

export const customersKey = ["customers"] as const;

export const listQuery = ({ scope, order, filter }: View) =>
  endless<CustomerLine>(
    [...customersKey, "list", scope, order, filterText(filter) ?? ""],
    `/api/customer-lists/${scope}`,
    { order, filter: filterText(filter) },
  );

export const countQuery = ({ scope, filter }: View) =>
  queryOptions({
    queryKey: [...customersKey, "count", scope, filterText(filter) ?? ""],
    queryFn: () => api.get<{ count: number }>(`/api/customer-lists/${scope}/count`, { filter: filterText(filter) }),
  });

export const scopesQuery = queryOptions({
  queryKey: [...customersKey, "scopes"],
  queryFn: () => api.get<{ scopes: CustomerScope[] }>("/api/customer-scopes"),
  staleTime: 60_000,
});

export const exportsQuery = endless<CustomerExport>([...customersKey, "exports"], "/api/admin/customer-exports");

export const segmentsQuery = queryOptions({
  queryKey: [...customersKey, "segments"],
  queryFn: () => api.get<Segment[]>("/api/customer-segments"),
});

export const tagsQuery = queryOptions({
  queryKey: [...customersKey, "tags"],
  queryFn: () => api.get<CustomerTags>("/api/customer-tags"),
  staleTime: 60_000,
});

export const settingsQuery = queryOptions({
  queryKey: [...customersKey, "settings"],
  queryFn: () => api.get<ProfileSettings>("/api/customer-profile-settings"),
  staleTime: 60_000,
});

export const customerQuery = (id: number) =>
  queryOptions({
    queryKey: [...customersKey, "one", id],
    queryFn: () => api.get<CustomerView>(`/api/customers/${id}`),
    retry: false,
  });

/** Whether he wants no mass messages. */
export const massOptOutQuery = (id: number) =>
  queryOptions({
    queryKey: [...customersKey, "mass-opt-out", id],
    queryFn: () => api.get<{ optedOut: boolean }>(`/api/customers/${id}/mass-opt-out`),
  });

export const ofThreadQuery = (conversation: number) =>
  queryOptions({
    queryKey: [...customersKey, "of-thread", conversation],
    queryFn: () => api.get<CustomerView>(`/api/customers/of-thread/${conversation}`),
    retry: false,
  });

export const profileQuery = (id: number) =>
  queryOptions({
    queryKey: [...customersKey, "profile", id],
    queryFn: () => api.get<CustomerProfile>(`/api/customers/${id}/profile`),
    retry: false,
  });

export const timelineQuery = (id: number) =>
  endless<TimelineLine>([...customersKey, "timeline", id], `/api/customers/${id}/timeline`, { limit: 30 });

export const tasksQuery = (id: number) =>
  queryOptions({
    queryKey: [...customersKey, "tasks", id],
    queryFn: () => api.get<CustomerTask[]>(`/api/customers/${id}/tasks`),
  });

export const myTasksQuery = queryOptions({
  queryKey: [...customersKey, "my-tasks"],
  queryFn: () => api.get<CustomerTask[]>("/api/customer-tasks"),
});

export const repliesQuery = queryOptions({
  queryKey: [...customersKey, "replies"],
  queryFn: () => api.get<CannedReply[]>("/api/canned-replies"),
  staleTime: 60_000,
});

export const duplicatesQuery = (scope: CustomerScope) =>
  endless<Duplicate>([...customersKey, "duplicates", scope], `/api/customer-lists/${scope}/duplicates`);

/** One change of something about customers. */
export const useChange = <In, Out = unknown>(change: (input: In) => Promise<Out>) =>
  useChangeBelow(customersKey, change);

const tagOrderKey = [...customersKey, "tag-order"] as const;

/** Another order of the groups of tags: shown at once, said one after the other, read again after the last. */
export function useTagOrder() {
  const cache = useQueryClient();
  return useMutation({
    mutationKey: tagOrderKey,
    scope: { id: tagOrderKey.join() },
    mutationFn: (groups: CustomerTagGroup[]) =>
      api.put<CustomerTags>("/api/admin/customer-tag-order", { groups: groups.map(({ id }) => id) }),
    onMutate: async (groups) => {
      await cache.cancelQueries({ queryKey: tagsQuery.queryKey });
      cache.setQueryData(tagsQuery.queryKey, (shown) => shown && { ...shown, groups });
    },
    onSettled: () =>
      cache.isMutating({ mutationKey: tagOrderKey }) > 1
        ? undefined
        : cache.invalidateQueries({ queryKey: tagsQuery.queryKey }),
  });
}

export const useTagging = () =>
  useChange(({ relation, add, remove }: { relation: number; add: number[]; remove: number[] }) =>
    api.put(`/api/customer-relations/${relation}/tags`, { add, remove }),
  );

export const useSetStage = (id: number) =>
  useChange((body: { stage: string; reason?: string }) => api.put<CustomerProfile>(`/api/customers/${id}/stage`, body));

export const useSetAttributes = (id: number) =>
  useChange((body: { values: FormValues; version: number }) =>
    api.put<CustomerProfile>(`/api/customers/${id}/attributes`, body),
  );

export const useSetRemark = (relation: number) =>
  useChange((body: CustomerRemark) => api.put<CustomerRelation>(`/api/customer-relations/${relation}/remark`, body));

/** A new one without `note`. */
export const useSaveNote = (id: number, note?: number) =>
  useChange((body: { text: string; files: number[] }) =>
    note === undefined ? api.post(`/api/customers/${id}/notes`, body) : api.put(`/api/customer-notes/${note}`, body),
  );

export const useDeleteNote = () => useChange((note: number) => api.delete(`/api/customer-notes/${note}`));

export const useAddTask = (id: number) =>
  useChange((body: { text: string; dueAt: string; assignee: number | null }) =>
    api.post(`/api/customers/${id}/tasks`, body),
  );

export const useChangeTask = (id: number) =>
  useChange((body: { text: string; dueAt: string; assignee: number }) => api.put(`/api/customer-tasks/${id}`, body));

export const useFinishTask = () =>
  useChange(({ id, done }: { id: number; done: boolean }) =>
    done ? api.put(`/api/customer-tasks/${id}/done`) : api.delete(`/api/customer-tasks/${id}/done`),
  );

export const useDeleteTask = () => useChange((id: number) => api.delete(`/api/customer-tasks/${id}`));

export const mergesQuery = (id: number) =>
  queryOptions({
    queryKey: [...customersKey, "merges", id],
    queryFn: () => api.get<CustomerMerge[]>(`/api/customers/${id}/merges`),
  });

export const useUndoMerge = () => useChange((merge: number) => api.post(`/api/customer-merges/${merge}/undo`, {}));

export const useEndRelation = () =>
  useChange((relation: number) => api.post(`/api/customer-relations/${relation}/end`, {}));

export const useResumeRelation = () =>
  useChange((relation: number) => api.post(`/api/customer-relations/${relation}/resume`, {}));

export const useBlock = (id: number) =>
  useChange((reason: string) => api.post(`/api/customers/${id}/block`, { reason: reason || null }));

export const useUnblock = (id: number) => useChange((_: null) => api.delete(`/api/customers/${id}/block`));

/** A shipped stage is named in the reader's language until the company names it. */
export function stageName(t: Translate, stage: Stage | undefined, key: string): string {
  if (stage && stage.name !== "") return stage.name;
  return t(`customer.stages.${key}`, { defaultValue: key });
}

/** The company's stages, and what each is called. */
export function useStages() {
  const { t } = useText();
  const stages = useQuery(settingsQuery).data?.stages ?? [];
  const byKey = new Map(stages.map((stage) => [stage.key, stage]));
  return { stages, nameOf: (key: string) => stageName(t, byKey.get(key), key) };
}
