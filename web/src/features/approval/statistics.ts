import type { ApprovalState, StateCount } from "@/api/approval-types";

export const STATES: ApprovalState[] = ["RUNNING", "RETURNED", "AGREED", "REFUSED", "REVOKED"];

export function byState(rows: readonly StateCount[]): { state: ApprovalState; runs: number }[] {
  return STATES.map((state) => ({
    state,
    runs: rows.filter((row) => row.state === state).reduce((sum, row) => sum + row.runs, 0),
  }));
}

export interface TemplateLine {
  id: number;
  title: string;
  runs: number;
  counts: Partial<Record<ApprovalState, number>>;
  /** Of those that have ended. */
  meanSeconds: number;
  longestSeconds: number;
}

/** One line for each template, those with most runs first. The mean weighs each ended run once. */
export function byTemplate(rows: readonly StateCount[]): TemplateLine[] {
  const lines = new Map<number, TemplateLine & { ended: number; seconds: number }>();
  for (const row of rows) {
    const line = lines.get(row.templateId) ?? {
      id: row.templateId,
      title: row.title,
      runs: 0,
      counts: {},
      meanSeconds: 0,
      longestSeconds: 0,
      ended: 0,
      seconds: 0,
    };
    line.runs += row.runs;
    line.counts[row.state] = (line.counts[row.state] ?? 0) + row.runs;
    if (row.state !== "RUNNING" && row.state !== "RETURNED") {
      line.ended += row.runs;
      line.seconds += row.meanSeconds * row.runs;
      line.meanSeconds = Math.round(line.seconds / line.ended);
      line.longestSeconds = Math.max(line.longestSeconds, row.longestSeconds);
    }
    lines.set(row.templateId, line);
  }
  return [...lines.values()].sort((one, other) => other.runs - one.runs || one.id - other.id);
}

/** Seconds as people say them: the two largest units that matter. */
export function spanOf(seconds: number): { days: number; hours: number; minutes: number } {
  const minutes = Math.max(1, Math.round(seconds / 60));
  return { days: Math.floor(minutes / 1440), hours: Math.floor((minutes % 1440) / 60), minutes: minutes % 60 };
}
