import type { TemplateRow } from "@/api/approval-template-types";

/** Templates under their groups, both in the server's order; those without a group last. */
export function byGroup(rows: readonly TemplateRow[]): { group: string | null; rows: TemplateRow[] }[] {
  const groups = new Map<string | null, TemplateRow[]>();
  for (const row of rows) groups.set(row.group, [...(groups.get(row.group) ?? []), row]);
  return [...groups]
    .map(([group, inside]) => ({ group, rows: inside }))
    .sort((one, other) => Number(one.group === null) - Number(other.group === null));
}

/** All ids in the new order when one template moves within its group. */
export function movedIds(rows: readonly TemplateRow[], id: number, by: number): number[] {
  return byGroup(rows).flatMap(({ rows: inside }) => {
    const ids = inside.map((row) => row.id);
    const from = ids.indexOf(id);
    const to = from + by;
    if (from < 0 || to < 0 || to >= ids.length) return ids;
    ids.splice(from, 1);
    ids.splice(to, 0, id);
    return ids;
  });
}
