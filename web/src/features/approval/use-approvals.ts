import { keepPreviousData, queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type {
  ApprovalBox,
  ApprovalComment,
  ApprovalHead,
  ApprovalRun,
  ApprovalState,
  ApprovalStatistics,
  BatchAnswer,
  Choice,
  Chosen,
  Delegation,
  FormToFill,
  PathPreview,
  Startable,
  SubmitBody,
} from "@/api/approval-types";
import { endless } from "@/api/directory";
import type { FormValues } from "@/api/form-types";
import { api } from "@/api/http";
import { usePeople } from "@/api/people";
import { useSession } from "@/api/session";
import type { Page } from "@/api/types";
import { inlineUrl } from "@/lib/file-addresses";
import { isAdmin } from "@/lib/rights";
import { approvalsKey } from "./approval-summary";

const listsKey = [...approvalsKey, "list"] as const;

export interface Filter {
  q: string;
  state: ApprovalState | null;
  template: number | null;
  applicant: number | null;
  /** Submitted in the last so many days. */
  days: number | null;
  unread: boolean;
}

export const NO_FILTER: Filter = { q: "", state: null, template: null, applicant: null, days: null, unread: false };

const DAY_MS = 24 * 60 * 60_000;

/** What the server takes, days counted from the start of today. */
export function filterQuery(filter: Filter, now: Date) {
  const start = new Date(now);
  start.setHours(0, 0, 0, 0);
  return {
    q: filter.q.trim() || null,
    state: filter.state,
    template: filter.template,
    applicant: filter.applicant,
    unread: filter.unread || null,
    from: filter.days === null ? null : new Date(start.getTime() - (filter.days - 1) * DAY_MS).toISOString(),
  };
}

export const boxQuery = (box: ApprovalBox, filter: Filter) =>
  endless<ApprovalHead>([...listsKey, box, filter], "/api/approvals", { box, ...filterQuery(filter, new Date()) });

export const runQuery = (id: number) =>
  queryOptions({
    queryKey: [...approvalsKey, "one", id],
    queryFn: async () => {
      const run = await api.get<ApprovalRun>(`/api/approvals/${id}`);
      usePeople.getState().keep(Object.values(run.people));
      return run;
    },
  });

export const headQuery = (id: number) =>
  queryOptions({
    queryKey: [...approvalsKey, "card", id],
    queryFn: () => api.get<ApprovalHead>(`/api/approvals/${id}/card`),
    retry: false,
  });

export const commentsQuery = (id: number) =>
  endless<ApprovalComment>([...approvalsKey, "comments", id], `/api/approvals/${id}/comments`);

const STARTABLE_MOST = 500;

export const startableQuery = queryOptions({
  queryKey: ["approval-templates"],
  queryFn: async () => {
    const all: Startable[] = [];
    let after: string | null = null;
    do {
      const page: Page<Startable> = await api.get("/api/approval-templates", { after, limit: 100 });
      all.push(...page.items);
      after = page.next;
    } while (after !== null && all.length < STARTABLE_MOST);
    return all;
  },
  staleTime: 60_000,
});

export const formQuery = (id: number) =>
  queryOptions({
    queryKey: ["approval-templates", id],
    queryFn: () => api.get<FormToFill>(`/api/approval-templates/${id}`),
    retry: false,
    staleTime: 0,
  });

/** What is filled in: a template as it is published, or a run that was returned, which keeps the version it was started with. */
export type Subject = { template: number } | { run: number };

/** Where whoever sends it chooses who is asked. */
export const choicesQuery = (subject: Subject) =>
  queryOptions({
    queryKey: ["approval-choices", subject],
    queryFn: async () => {
      const place = "run" in subject ? `/api/approvals/${subject.run}` : `/api/approval-templates/${subject.template}`;
      return (await api.get<{ items: Choice[] }>(`${place}/choices`)).items;
    },
    retry: false,
  });

/** The path with the real people, for values as they are now. */
export const previewQuery = (subject: Subject, values: FormValues, chosen: Chosen) =>
  queryOptions({
    queryKey: ["approval-preview", subject, values, chosen],
    queryFn: () =>
      "run" in subject
        ? api.post<PathPreview>(`/api/approvals/${subject.run}/preview`, { values, chosen })
        : api.post<PathPreview>("/api/approvals/preview", { templateId: subject.template, values, chosen }),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    retry: false,
  });

export const delegationsQuery = endless<Delegation>([...approvalsKey, "delegations"], "/api/approval-delegations");

export const statisticsQuery = (template: number | null, from: string, until: string) =>
  queryOptions({
    queryKey: [...approvalsKey, "statistics", template, from, until],
    queryFn: () => api.get<ApprovalStatistics>("/api/approval-statistics", { template, from, until }),
  });

/** Whether the list of everything shows anything: to administrators, and to whom a template names for its data. */
export function useManagesData(): boolean {
  const { grants } = useSession();
  const admin = isAdmin(grants);
  const any = useQuery({
    queryKey: [...approvalsKey, "manages"],
    queryFn: () => api.get<Page<ApprovalHead>>("/api/approvals", { box: "ALL", limit: 1 }),
    enabled: !admin,
    staleTime: 5 * 60_000,
  });
  return admin || (any.data?.items.length ?? 0) > 0;
}

/** Takes in how a run is now, and looks again at all that may show it. */
export function useRefresh() {
  const cache = useQueryClient();
  return (run?: ApprovalRun) => {
    if (run) {
      usePeople.getState().keep(Object.values(run.people));
      cache.setQueryData(runQuery(run.head.id).queryKey, run);
      cache.setQueryData(headQuery(run.head.id).queryKey, run.head);
    }
    return cache.invalidateQueries({ queryKey: approvalsKey });
  };
}

/** One action on a run; afterwards, or when somebody was faster, everything shows what is so now. */
export function useAct(id: number) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ path, body, method = "post" }: Act) =>
      method === "delete"
        ? api.delete<ApprovalRun>(`/api/approvals/${id}/${path}`)
        : api.post<ApprovalRun>(`/api/approvals/${id}/${path}`, body),
    onSuccess: (run) => void refresh(run?.head ? run : undefined),
    onError: () => void refresh(),
  });
}

export interface Act {
  path: string;
  body?: unknown;
  method?: "post" | "delete";
}

export function useSubmit() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: SubmitBody) => api.post<ApprovalRun>("/api/approvals", body),
    onSuccess: (run) => void refresh(run),
  });
}

export function useBatchAgree() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: { items: { id: number; task: number }[]; reason: string | null }) =>
      api.post<BatchAnswer[]>("/api/approvals/decisions", body),
    onSettled: () => void refresh(),
  });
}

export function useComment(id: number) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: { key: string; text: string; mentions: number[]; files: number[] }) =>
      api.post(`/api/approvals/${id}/comments`, body),
    onSuccess: () => cache.invalidateQueries({ queryKey: commentsQuery(id).queryKey }),
  });
}

export function useDelegations() {
  const cache = useQueryClient();
  const onSuccess = () => cache.invalidateQueries({ queryKey: delegationsQuery.queryKey });
  const create = useMutation({
    mutationFn: (body: { toId: number; startsAt: string; endsAt: string }) =>
      api.post<Delegation>("/api/approval-delegations", body),
    onSuccess,
  });
  const end = useMutation({ mutationFn: (id: number) => api.delete(`/api/approval-delegations/${id}`), onSuccess });
  return { create, end };
}

/** How files of a run are looked at. */
export async function fileAddress(run: number, file: number): Promise<string> {
  const { url } = await api.post<{ url: string }>(`/api/approvals/${run}/files/${file}`);
  return inlineUrl(url);
}
