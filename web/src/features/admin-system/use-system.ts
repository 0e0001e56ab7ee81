import { type QueryClient, queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "@/api/http";

/** The server at one moment; see SystemView of the server for units. */
export interface Sample {
  at: number;
  connections: number;
  rates: { sends: number; acks: number; deliveries: number; framesIn: number };
  times: { ackP50: number; ackP99: number; databaseP50: number; databaseP99: number; batch: number };
  queues: { lanes: number; workers: number; callbacks: number; outbox: number; pool: number; poolWaiting: number };
  memory: { heap: number; direct: number; resident: number; database: number };
  cpu: { server: number; database: number };
}

export interface Facts {
  version: string;
  startedAt: string;
  java: string;
  postgres: string;
  cores: number;
  maxHeapBytes: number;
  era: number;
  durability: Record<string, string>;
  databaseBytes: number;
  fileBytes: number;
  freeBytes: number;
  lastBackup: string | null;
  dueJobs: number;
  failingJobs: number;
}

export interface Totals {
  refused: number;
  busy: number;
  slow: number;
  behind: number;
  resumed: number;
  badFrames: number;
  repeats: number;
}

export interface SlowStatement {
  text: string;
  calls: number;
  mean: number;
  max: number;
  total: number;
}

export interface System {
  facts: Facts;
  totals: Totals;
  samples: Sample[];
  statements: SlowStatement[] | null;
}

/** Ten minutes of a sample every two seconds, as many as the server keeps. */
export const KEPT = 300;
const EVERY_MS = 2_000;
const KEY = ["system"] as const;

/** What is new, behind what is known. */
export function joined(known: readonly Sample[], fresh: readonly Sample[]): Sample[] {
  const last = known.at(-1)?.at ?? 0;
  return [...known, ...fresh.filter((sample) => sample.at > last)].slice(-KEPT);
}

function systemQuery(cache: QueryClient) {
  return queryOptions({
    queryKey: KEY,
    queryFn: async () => {
      const known = cache.getQueryData<System>(KEY)?.samples ?? [];
      const answer = await api.get<System>("/api/admin/system", { after: known.at(-1)?.at ?? 0 });
      return { ...answer, samples: joined(known, answer.samples) };
    },
    refetchInterval: EVERY_MS,
    staleTime: 0,
  });
}

export function useSystem() {
  return useQuery(systemQuery(useQueryClient()));
}
