import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { directoryKey, endless } from "@/api/directory";
import { api } from "@/api/http";

export type ImportState = "CHECKING" | "CHECKED" | "RUNNING" | "DONE" | "FAILED";

export interface RowProblem {
  row: number;
  column: string | null;
  code: string;
  params: Record<string, unknown>;
}

export interface Import {
  id: number;
  name: string;
  state: ImportState;
  /** Code of the reason when the state is FAILED. */
  failure: string | null;
  rows: number;
  done: number;
  good: number;
  bad: number;
  created: number;
  updated: number;
  problems: RowProblem[];
  problemCount: number;
}

/** Milliseconds between two looks at the progress. */
const POLL = 700;

const importKey = (id: number) => [...directoryKey, "import", id] as const;

export function isBusy(state: ImportState): boolean {
  return state === "CHECKING" || state === "RUNNING";
}

export function importQuery(id: number) {
  return queryOptions({
    queryKey: importKey(id),
    queryFn: () => api.get<Import>(`/api/imports/${id}`),
    refetchInterval: ({ state }) => (state.data && isBusy(state.data.state) ? POLL : false),
    refetchIntervalInBackground: true,
    staleTime: 0,
  });
}

export function importProblemsQuery(id: number) {
  return endless<RowProblem>([...importKey(id), "problems"], `/api/imports/${id}/problems`);
}

export function useRunImport(id: number) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (skipBad: boolean) => api.post(`/api/imports/${id}/run`, { skipBad }),
    onSuccess: () => cache.invalidateQueries({ queryKey: importKey(id) }),
  });
}

/** 0 … 100; nothing is known before the rows have been counted. */
export function percentOf({ done, rows }: Pick<Import, "done" | "rows">): number {
  return rows === 0 ? 0 : Math.min(100, Math.round((done / rows) * 100));
}

export type Step = 0 | 1 | 2 | 3;

export function stepOf(state: ImportState | null): Step {
  if (state === null) return 0;
  if (state === "CHECKING" || state === "CHECKED") return 1;
  return state === "RUNNING" ? 2 : 3;
}

/** What may be done with a checked import. */
export function choicesOf({ good, bad }: Pick<Import, "good" | "bad">): { all: boolean; skip: boolean } {
  return { all: bad === 0 && good > 0, skip: bad > 0 && good > 0 };
}

export const MAX_BYTES = 20 * 1024 * 1024;

export function fileFlaw(file: { name: string; size: number }): "wrongType" | "tooBig" | null {
  if (!/\.(xlsx|csv)$/i.test(file.name)) return "wrongType";
  return file.size > MAX_BYTES ? "tooBig" : null;
}
