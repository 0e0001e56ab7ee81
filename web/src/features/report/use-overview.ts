import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { endless } from "@/api/directory";
import { api } from "@/api/http";
import type {
  ReportFieldSeries,
  ReportOverview,
  ReportOverviewLine,
  ReportPer,
  ReportPeriodCount,
  ReportPersonLine,
  ReportStanding,
  ReportStatistics,
} from "@/api/report-types";
import type { Page } from "@/api/types";
import { reportsKey } from "./report-summary";

const PERIODS = 30;

/** The last periods, newest first. */
export const periodsQuery = (template: number) =>
  queryOptions({
    queryKey: [...reportsKey, "periods", template],
    queryFn: async () =>
      (await api.get<{ items: ReportPeriodCount[] }>(`/api/report-templates/${template}/periods`, { limit: PERIODS }))
        .items,
  });

export interface Seen {
  template: number;
  day: string | null;
  department: number | null;
}

/** The numbers of one period. */
export const overviewQuery = ({ template, day, department }: Seen) =>
  queryOptions({
    queryKey: [...reportsKey, "overview", template, day, department],
    queryFn: () => api.get<ReportOverview>(`/api/report-templates/${template}/overview`, { day, department, limit: 1 }),
    placeholderData: keepPreviousData,
  });

/** Its people, those in one state. */
export const overviewPeopleQuery = ({ template, day, department }: Seen, state: ReportStanding) => ({
  ...endless<ReportOverviewLine>([...reportsKey, "overview-people", template, day, department, state], ""),
  queryFn: async ({ pageParam }: { pageParam: string | null }): Promise<Page<ReportOverviewLine>> => {
    const query = { day, department, state, after: pageParam, limit: 50 };
    return (await api.get<ReportOverview>(`/api/report-templates/${template}/overview`, query)).people;
  },
});

export function useDingMissing(template: number) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: { key: string; day: string; members?: number[] }) =>
      api.post<{ dingId: number; people: number }>(`/api/report-templates/${template}/dings`, body),
    onSuccess: () => cache.invalidateQueries({ queryKey: reportsKey }),
  });
}

export interface Span {
  template: number;
  from: string;
  until: string;
  department: number | null;
}

export const statisticsQuery = (span: Span) =>
  queryOptions({
    queryKey: [...reportsKey, "statistics", span],
    queryFn: () => api.get<ReportStatistics>("/api/report-statistics", { ...span }),
    placeholderData: keepPreviousData,
  });

export const peopleQuery = (span: Span) =>
  endless<ReportPersonLine>([...reportsKey, "statistics-people", span], "/api/report-statistics/people", { ...span });

export const seriesQuery = (span: Span, field: string, per: ReportPer) =>
  queryOptions({
    queryKey: [...reportsKey, "series", span, field, per],
    queryFn: () => api.get<ReportFieldSeries>("/api/report-statistics/fields", { ...span, field, per }),
    placeholderData: keepPreviousData,
  });
