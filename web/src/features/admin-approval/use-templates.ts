import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type {
  Template,
  TemplateAccess,
  TemplateContent,
  TemplateDraft,
  TemplateError,
  TemplateGroup,
  TemplateSection,
  TemplateVersion,
  TemplateVersionContent,
} from "@/api/approval-template-types";
import { api } from "@/api/http";
import type { Page } from "@/api/types";

const BASE = "/api/admin/approval-templates";
const GROUPS = "/api/admin/approval-template-groups";
const key = ["approval-templates"] as const;
const MOST_TEMPLATES = 500;

/** All templates in their order: at most five hundred, fetched in pages. */
export const templatesQuery = queryOptions({
  queryKey: [...key, "list"],
  queryFn: async ({ signal }) => {
    const all: Template[] = [];
    let after: string | null = null;
    do {
      const page: Page<Template> = await api.get(BASE, { after, limit: 200 }, signal);
      all.push(...page.items);
      after = page.next;
    } while (after !== null && all.length < MOST_TEMPLATES);
    return all;
  },
});

export const groupsQuery = queryOptions({
  queryKey: [...key, "groups"],
  queryFn: async ({ signal }) => (await api.get<{ items: TemplateGroup[] }>(GROUPS, {}, signal)).items,
});

export function templateQuery(id: number) {
  return queryOptions({
    queryKey: [...key, "one", id],
    queryFn: ({ signal }) => api.get<Template>(`${BASE}/${id}`, {}, signal),
  });
}

/** What is being drawn is not replaced under somebody's hands. */
export function draftQuery(id: number) {
  return queryOptions({
    queryKey: [...key, "draft", id],
    queryFn: ({ signal }) => api.get<TemplateDraft>(`${BASE}/${id}/draft`, {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}

/** Versions never change. */
export function versionQuery(id: number, version: number | null) {
  return queryOptions({
    queryKey: [...key, "version", id, version],
    queryFn: ({ signal }) => api.get<TemplateVersionContent>(`${BASE}/${id}/versions/${version}`, {}, signal),
    enabled: version !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The keys of the published form: they are not given to other fields. Columns as `table.column`. */
export function publishedKeysQuery(id: number, version: number | null) {
  return { ...versionQuery(id, version), select: keysOf };
}

function keysOf({ content }: TemplateVersionContent): string[] {
  return content.form.fields.flatMap((field) => [
    field.key,
    ...(field.columns ?? []).map((column) => `${field.key}.${column.key}`),
  ]);
}

/** Newest first. */
export function versionsQuery(id: number) {
  return infiniteQueryOptions({
    queryKey: [...key, "versions", id],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<TemplateVersion>>(`${BASE}/${id}/versions`, { after: pageParam, limit: 50 }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page: Page<TemplateVersion>) => page.next,
  });
}

function useRefresh() {
  const cache = useQueryClient();
  return async (template?: Template) => {
    if (template) cache.setQueryData(templateQuery(template.id).queryKey, template);
    await cache.invalidateQueries({ queryKey: [...key, "list"] });
  };
}

interface Creation {
  name: string;
  icon: string;
  groupId: number | null;
  copyOf: number | null;
}

export function useCreateTemplate() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: Creation) => api.post<Template>(BASE, body),
    onSuccess: () => refresh(),
  });
}

export function useSaveDraft(id: number) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: { revision: number; content: TemplateContent }) =>
      api.put<TemplateDraft>(`${BASE}/${id}/draft`, body),
    onSuccess: () => refresh(),
  });
}

export function usePublish(id: number) {
  const refresh = useRefresh();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (revision: number) => api.post<Template>(`${BASE}/${id}/publish`, { revision }),
    onSuccess: async (template) => {
      await refresh(template);
      await cache.invalidateQueries({ queryKey: versionsQuery(id).queryKey });
    },
  });
}

export async function checkContent(id: number, content: TemplateContent): Promise<TemplateError[]> {
  return (await api.post<{ errors: TemplateError[] }>(`${BASE}/${id}/check`, content)).errors;
}

export function useSaveAccess(id: number) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: TemplateAccess) => api.put<Template>(`${BASE}/${id}/access`, body),
    onSuccess: refresh,
  });
}

export function useSetOpen() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ id, open }: { id: number; open: boolean }) =>
      api.post<Template>(`${BASE}/${id}/${open ? "restore" : "stop"}`),
    onSuccess: refresh,
  });
}

export function useDeleteTemplate() {
  const refresh = useRefresh();
  return useMutation({ mutationFn: (id: number) => api.delete(`${BASE}/${id}`), onSuccess: () => refresh() });
}

export function useArrange() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (sections: TemplateSection[]) => api.put(`${BASE}/order`, { sections }),
    onSettled: () => cache.invalidateQueries({ queryKey: key }),
  });
}

export function useCreateGroup() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => api.post<TemplateGroup>(GROUPS, { name }),
    onSuccess: () => cache.invalidateQueries({ queryKey: groupsQuery.queryKey }),
  });
}

export function useRenameGroup() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ id, name }: TemplateGroup) => api.put<TemplateGroup>(`${GROUPS}/${id}`, { name }),
    onSuccess: () => cache.invalidateQueries({ queryKey: groupsQuery.queryKey }),
  });
}

export function useDeleteGroup() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (id: number) => api.delete(`${GROUPS}/${id}`),
    onSuccess: () => cache.invalidateQueries({ queryKey: groupsQuery.queryKey }),
  });
}
