import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { endless } from "@/api/directory";
import type { FormValues } from "@/api/form-types";
import { api } from "@/api/http";
import { usePeople } from "@/api/people";
import type {
  Report,
  ReportBox,
  ReportComment,
  ReportCommentBody,
  ReportFacts,
  ReportForm,
  ReportHead,
  ReportOverviewCard,
  ReportReader,
  ReportTemplateCard,
  ReportVersionLine,
  SendReport,
} from "@/api/report-types";
import type { Card, Page } from "@/api/types";
import { daysUntil } from "@/lib/days";
import { inlineUrl } from "@/lib/file-addresses";
import { reportsKey } from "./report-summary";

export const listsKey = [...reportsKey, "list"] as const;
export const templatesKey = [...reportsKey, "templates"] as const;

export interface Filter {
  q: string;
  template: number | null;
  author: number | null;
  department: number | null;
  /** The last so many days. */
  days: number | null;
  unread: boolean;
}

export const NO_FILTER: Filter = { q: "", template: null, author: null, department: null, days: null, unread: false };

/** What the server takes; `today` is the company's. */
export function filterQuery({ q, template, author, department, days, unread }: Filter, today: string) {
  const from = days === null ? null : (daysUntil(today, days)[0] ?? null);
  return { q: q.trim() || null, template, author, department, unread: unread || null, from };
}

export const boxQuery = (box: ReportBox, filter: Filter, today: string) =>
  endless<ReportHead>([...listsKey, box, filter, today], "/api/reports", { box, ...filterQuery(filter, today) });

export const reportQuery = (id: number) =>
  queryOptions({
    queryKey: [...reportsKey, "one", id],
    queryFn: async () => {
      const report = await api.get<Report>(`/api/reports/${id}`);
      usePeople.getState().keep([...report.people, ...report.recipients]);
      return report;
    },
  });

export const headQuery = (id: number) =>
  queryOptions({
    queryKey: [...reportsKey, "card", id],
    queryFn: () => api.get<ReportHead>(`/api/reports/${id}/card`),
    retry: false,
  });

export const commentsQuery = (id: number) =>
  endless<ReportComment>([...reportsKey, "comments", id], `/api/reports/${id}/comments`);

export const readersQuery = (id: number, read: boolean) =>
  endless<ReportReader>([...reportsKey, "readers", id, read], `/api/reports/${id}/readers`, { read });

export const likesQuery = (id: number) => endless<Card>([...reportsKey, "likes", id], `/api/reports/${id}/likes`);

export const versionsQuery = (id: number) =>
  endless<ReportVersionLine>([...reportsKey, "versions", id], `/api/reports/${id}/versions`);

/** A company has some dozens of templates; all of them are fetched, in pages. */
async function all<T>(path: string, most: number): Promise<T[]> {
  const found: T[] = [];
  let after: string | null = null;
  do {
    const page: Page<T> = await api.get(path, { after, limit: 100 });
    found.push(...page.items);
    after = page.next;
  } while (after !== null && found.length < most);
  return found;
}

const MOST_TEMPLATES = 500;

export const templatesQuery = queryOptions({
  queryKey: templatesKey,
  queryFn: () => all<ReportTemplateCard>("/api/report-templates", MOST_TEMPLATES),
});

export const overviewsQuery = queryOptions({
  queryKey: [...reportsKey, "overviews"],
  queryFn: () => all<ReportOverviewCard>("/api/report-overviews", MOST_TEMPLATES),
  staleTime: 60_000,
});

/** What is being written is not replaced under somebody's hands. */
export const formQuery = (id: number, day: string | null) =>
  queryOptions({
    queryKey: ["report-form", id, day],
    queryFn: () => api.get<ReportForm>(`/api/report-templates/${id}`, { day }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

export const factsQuery = (id: number, day: string | null) =>
  queryOptions({
    queryKey: [...reportsKey, "facts", id, day],
    queryFn: () => api.get<ReportFacts>(`/api/report-templates/${id}/facts`, { day }),
    staleTime: 60_000,
  });

export async function lastValues(id: number): Promise<FormValues> {
  return (await api.get<{ id: number; values: FormValues }>(`/api/report-templates/${id}/last`)).values;
}

/** Whether there is anything to oversee for this person: as a data manager, or as somebody's superior. */
export function useOversees(): boolean {
  return (useQuery(overviewsQuery).data?.length ?? 0) > 0;
}

/** Takes in how a report is now, and looks again at all that may show it. */
export function useRefresh() {
  const cache = useQueryClient();
  return (report?: Report) => {
    if (report) {
      usePeople.getState().keep([...report.people, ...report.recipients]);
      cache.setQueryData(reportQuery(report.head.id).queryKey, report);
      cache.setQueryData(headQuery(report.head.id).queryKey, report.head);
    }
    return cache.invalidateQueries({ queryKey: reportsKey });
  };
}

/** Requests of one draft follow each other, so that the last word is the last one said. */
export const draftScope = (template: number, day: string | null) => ({ id: `report-draft-${template}-${day}` });

export function useSend(template: number, day: string | null) {
  const refresh = useRefresh();
  return useMutation({
    scope: draftScope(template, day),
    mutationFn: (body: SendReport) => api.post<Report>("/api/reports", body),
    onSuccess: (report) => void refresh(report),
  });
}

export function useEdit(id: number) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: { version: number; values: FormValues }) => api.put<Report>(`/api/reports/${id}`, body),
    onSuccess: (report) => void refresh(report),
  });
}

export function useWithdraw(id: number) {
  const refresh = useRefresh();
  return useMutation({ mutationFn: () => api.delete(`/api/reports/${id}`), onSuccess: () => refresh() });
}

export function useLike(id: number) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (on: boolean) => (on ? api.put(`/api/reports/${id}/like`) : api.delete(`/api/reports/${id}/like`)),
    onSettled: () => refresh(),
  });
}

export function useMarkRead() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (ids: number[]) => api.post("/api/reports/reads", { ids }),
    onSuccess: () => refresh(),
  });
}

export function useComment(id: number) {
  const refresh = useRefresh();
  const create = useMutation({
    mutationFn: (body: ReportCommentBody) => api.post(`/api/reports/${id}/comments`, body),
    onSuccess: () => refresh(),
  });
  const remove = useMutation({
    mutationFn: (comment: number) => api.delete(`/api/reports/${id}/comments/${comment}`),
    onSuccess: () => refresh(),
  });
  return { create, remove };
}

/** How files of a report are looked at. */
export async function fileAddress(report: number, file: number): Promise<string> {
  const { url } = await api.post<{ url: string }>(`/api/reports/${report}/files/${file}`);
  return inlineUrl(url);
}
