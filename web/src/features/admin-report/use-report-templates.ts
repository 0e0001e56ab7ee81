import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "@/api/http";
import type {
  ReportAccess,
  ReportContent,
  ReportTemplate,
  ReportTemplateDetails,
  ReportTemplateError,
} from "@/api/report-template-types";
import type { Page } from "@/api/types";

const BASE = "/api/admin/report-templates";
const key = ["report-templates"] as const;
const MOST_TEMPLATES = 500;

/** All templates in their order, fetched in pages; deleted ones are left out. */
export const templatesQuery = queryOptions({
  queryKey: [...key, "list"],
  queryFn: async ({ signal }) => {
    const all: ReportTemplate[] = [];
    let after: string | null = null;
    do {
      const page: Page<ReportTemplate> = await api.get(BASE, { after, limit: 100 }, signal);
      all.push(...page.items);
      after = page.next;
    } while (after !== null && all.length < MOST_TEMPLATES);
    return all.filter(({ state }) => state !== "DELETED");
  },
});

/** What is being drawn is not replaced under somebody's hands. */
export function detailsQuery(id: number) {
  return queryOptions({
    queryKey: [...key, "one", id],
    queryFn: ({ signal }) => api.get<ReportTemplateDetails>(`${BASE}/${id}`, {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}

function useRefreshList() {
  const cache = useQueryClient();
  return () => cache.invalidateQueries({ queryKey: [...key, "list"] });
}

export function useCreate() {
  const refresh = useRefreshList();
  return useMutation({
    mutationFn: (body: { name: string; icon: string; copyOf: number | null }) =>
      api.post<ReportTemplateDetails>(BASE, body),
    onSuccess: refresh,
  });
}

export function usePublish(id: number) {
  const refresh = useRefreshList();
  return useMutation({
    mutationFn: (body: { version: number; content: ReportContent }) =>
      api.put<ReportTemplateDetails>(`${BASE}/${id}`, body),
    onSuccess: refresh,
  });
}

export async function checkContent(id: number, content: ReportContent): Promise<ReportTemplateError[]> {
  return (await api.post<{ errors: ReportTemplateError[] }>(`${BASE}/${id}/check`, content)).errors;
}

export function useSaveAccess(id: number) {
  const refresh = useRefreshList();
  return useMutation({
    mutationFn: (body: ReportAccess) => api.put<ReportTemplate>(`${BASE}/${id}/access`, body),
    onSuccess: refresh,
  });
}

export function useSetOpen() {
  const refresh = useRefreshList();
  return useMutation({
    mutationFn: ({ id, open }: { id: number; open: boolean }) =>
      api.post<ReportTemplate>(`${BASE}/${id}/${open ? "restore" : "stop"}`),
    onSuccess: refresh,
  });
}

export function useDelete() {
  const refresh = useRefreshList();
  return useMutation({ mutationFn: (id: number) => api.delete(`${BASE}/${id}`), onSuccess: refresh });
}

export function useArrange() {
  const refresh = useRefreshList();
  return useMutation({ mutationFn: (ids: number[]) => api.put(`${BASE}/order`, { ids }), onSettled: refresh });
}
