import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type {
  Template,
  TemplateBody,
  TemplateProblems,
  TemplateRow,
  TemplateState,
} from "@/api/approval-template-types";
import { api, Problem } from "@/api/http";
import type { TemplateFlaws } from "./all-flaws";

const BASE = "/api/admin/approval-templates";
const key = ["approval-templates"] as const;

export const templatesQuery = queryOptions({
  queryKey: [...key, "list"],
  queryFn: ({ signal }) => api.get<{ items: TemplateRow[] }>(BASE, {}, signal),
});

export function templateQuery(id: number) {
  return queryOptions({
    queryKey: [...key, id],
    queryFn: ({ signal }) => api.get<Template>(`${BASE}/${id}`, {}, signal),
    // What is being drawn is not replaced under somebody's hands.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}

function useRefresh() {
  const cache = useQueryClient();
  return () => cache.invalidateQueries({ queryKey: [...key, "list"] });
}

export function useCreateTemplate() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: TemplateBody) => api.post<Template>(BASE, body),
    onSuccess: refresh,
  });
}

export function useSaveTemplate(id: number) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: TemplateBody) => api.put<Template>(`${BASE}/${id}`, body),
    onSuccess: refresh,
  });
}

export function usePublishTemplate(id: number) {
  const refresh = useRefresh();
  return useMutation({ mutationFn: () => api.post<Template>(`${BASE}/${id}/publish`), onSuccess: refresh });
}

export function useCopyTemplate() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ id, name }: { id: number; name: string }) => api.post<Template>(`${BASE}/${id}/copy`, { name }),
    onSuccess: refresh,
  });
}

export function useChangeState() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ id, state }: { id: number; state: TemplateState }) => api.put(`${BASE}/${id}/state`, { state }),
    onSuccess: refresh,
  });
}

export function useReorderTemplates() {
  const refresh = useRefresh();
  return useMutation({ mutationFn: (ids: number[]) => api.put(`${BASE}/order`, { ids }), onSettled: refresh });
}

/** The flaws that the server found when it refused to publish; null when it refused for another reason. */
export function flawsOfRefusal(error: unknown): TemplateFlaws | null {
  if (!(error instanceof Problem)) return null;
  const { basics, form, route } = error.params as Partial<TemplateProblems>;
  if (!basics && !form && !route) return null;
  return {
    basics: (basics ?? []).map(({ code }) => code),
    form: (form ?? []).map(({ field, column, code, params }) => ({
      path: column ? `${field}.${column}` : field,
      code,
      params,
    })),
    route: route ?? [],
  };
}
