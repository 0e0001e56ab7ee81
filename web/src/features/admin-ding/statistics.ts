import { type Statistic, WAYS, type Way } from "./use-ding";

const DAY_MS = 24 * 60 * 60_000;

/** Today where the company is: "2026-12-01". */
export function today(zone: string, now: Date = new Date()): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }).format(
    now,
  );
}

/** The days until this one, oldest first, this one included. */
export function daysUntil(last: string, count: number): string[] {
  const end = Date.parse(`${last}T00:00:00Z`);
  return Array.from({ length: count }, (_, index) =>
    new Date(end - (count - 1 - index) * DAY_MS).toISOString().slice(0, 10),
  );
}

/** How many went out by each way on each day; ways without any are left out. */
export function byWay(items: readonly Statistic[], days: readonly string[]): { way: Way; values: number[] }[] {
  const place = new Map(days.map((day, index) => [day, index]));
  const sums = new Map<Way, number[]>();
  for (const { day, way, count } of items) {
    const index = place.get(day);
    if (index === undefined) continue;
    const values = sums.get(way) ?? days.map(() => 0);
    values[index] = (values[index] ?? 0) + count;
    sums.set(way, values);
  }
  return WAYS.flatMap((way) => {
    const values = sums.get(way);
    return values ? [{ way, values }] : [];
  });
}

export interface DepartmentRow {
  id: number;
  name: string;
  counts: Partial<Record<Way, number>>;
  total: number;
}

/** The sender's departments, those that send most first. */
export function byDepartment(items: readonly Statistic[]): DepartmentRow[] {
  const rows = new Map<number, DepartmentRow>();
  for (const { departmentId: id, department: name, way, count } of items) {
    const row = rows.get(id) ?? { id, name, counts: {}, total: 0 };
    row.counts[way] = (row.counts[way] ?? 0) + count;
    row.total += count;
    rows.set(id, row);
  }
  return [...rows.values()].sort((one, other) => other.total - one.total || one.id - other.id);
}
