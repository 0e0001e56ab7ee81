import type words from "@/i18n/zh/admin.json";
import type { Sample } from "./use-system";

type Words = (typeof words)["system"];

export type Unit = "count" | "rate" | "ms" | "bytes" | "cores";

export interface Line {
  /** Part of the key of its name: admin.system.line.<name>. */
  name: keyof Words["line"];
  of: (sample: Sample) => number;
}

export interface ChartPlan {
  /** Part of the key of its title: admin.system.chart.<name>. */
  name: keyof Words["chart"];
  unit: Unit;
  lines: Line[];
}

export const CHARTS: readonly ChartPlan[] = [
  {
    name: "messages",
    unit: "rate",
    lines: [
      { name: "sends", of: (sample) => sample.rates.sends },
      { name: "deliveries", of: (sample) => sample.rates.deliveries },
    ],
  },
  { name: "connections", unit: "count", lines: [{ name: "connections", of: (sample) => sample.connections }] },
  {
    name: "acks",
    unit: "ms",
    lines: [
      { name: "p50", of: (sample) => sample.times.ackP50 },
      { name: "p99", of: (sample) => sample.times.ackP99 },
    ],
  },
  {
    name: "database",
    unit: "ms",
    lines: [
      { name: "p50", of: (sample) => sample.times.databaseP50 },
      { name: "p99", of: (sample) => sample.times.databaseP99 },
    ],
  },
  { name: "batch", unit: "count", lines: [{ name: "batch", of: (sample) => sample.times.batch }] },
  {
    name: "queues",
    unit: "count",
    lines: [
      { name: "lanes", of: (sample) => sample.queues.lanes },
      { name: "callbacks", of: (sample) => sample.queues.callbacks },
      { name: "workers", of: (sample) => sample.queues.workers },
      { name: "outbox", of: (sample) => sample.queues.outbox },
      { name: "pool", of: (sample) => sample.queues.pool },
      { name: "poolWaiting", of: (sample) => sample.queues.poolWaiting },
    ],
  },
  {
    name: "memory",
    unit: "bytes",
    lines: [
      { name: "resident", of: (sample) => sample.memory.resident },
      { name: "heap", of: (sample) => sample.memory.heap },
      { name: "direct", of: (sample) => sample.memory.direct },
      { name: "databaseMemory", of: (sample) => sample.memory.database },
    ],
  },
  {
    name: "cpu",
    unit: "cores",
    lines: [
      { name: "server", of: (sample) => sample.cpu.server },
      { name: "databaseCpu", of: (sample) => sample.cpu.database },
    ],
  },
];

export interface Summary {
  now: number;
  mean: number;
  most: number;
}

/** A line in three numbers: what a chart tells to whoever cannot see it. Times of moments in which nothing happened do not count. */
export function summary(line: Line, samples: readonly Sample[], unit: Unit = "count"): Summary {
  const all = samples.map(line.of);
  const values = unit === "ms" ? all.filter((value) => value > 0) : all;
  const sum = values.reduce((total, value) => total + value, 0);
  return {
    now: all.at(-1) ?? 0,
    mean: values.length === 0 ? 0 : sum / values.length,
    most: values.reduce((most, value) => Math.max(most, value), 0),
  };
}
