import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "@/api/http";

export type DayKind = "WORK" | "REST" | "HOLIDAY" | "SWAPPED_WORK";

export interface Day {
  /** "2026-10-01" */
  date: string;
  kind: DayKind;
  name: string;
  /** Decided by the company itself. */
  own: boolean;
  announced: boolean;
}

export interface WorkHours {
  from: string;
  until: string;
  breakFrom: string | null;
  breakUntil: string | null;
}

export interface Calendar {
  zone: string;
  hours: WorkHours;
  days: Day[];
  notAnnounced: number[];
}

export const WEEKDAYS = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export const BASES = ["CN_HOLIDAYS", "WEEKDAYS"] as const;

export interface CalendarSettings {
  base: (typeof BASES)[number];
  weekdays: Weekday[];
  hours: WorkHours;
}

export interface YearSource {
  year: number;
  source: "SHIPPED" | "IMPORTED" | "NOT_ANNOUNCED";
  papers: string[];
  workDays: number;
}

export interface CalendarAdmin extends CalendarSettings {
  zone: string;
  years: YearSource[];
}

const key = ["admin-calendar"] as const;
const BASE = "/api/admin/calendar";

export const adminQuery = queryOptions({ queryKey: [...key, "settings"], queryFn: () => api.get<CalendarAdmin>(BASE) });

export function yearQuery(year: number) {
  return queryOptions({
    queryKey: [...key, "year", year],
    queryFn: () => api.get<Calendar>("/api/calendar", { from: `${year}-01-01`, to: `${year}-12-31` }),
  });
}

function useChange<Input>(change: (input: Input) => Promise<unknown>) {
  const cache = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => cache.invalidateQueries({ queryKey: key }) });
}

export const useSaveCalendar = () => useChange((body: CalendarSettings) => api.put<CalendarAdmin>(BASE, body));

export const useSetDay = () =>
  useChange(({ date, ...body }: { date: string; work: boolean; name: string }) =>
    api.put<Day>(`${BASE}/days/${date}`, body),
  );

export const useClearDay = () => useChange((date: string) => api.delete(`${BASE}/days/${date}`));

export const useImportYear = () => useChange((year: unknown) => api.post<CalendarAdmin>(`${BASE}/years`, year));

export const useForgetYear = () => useChange((year: number) => api.delete(`${BASE}/years/${year}`));
