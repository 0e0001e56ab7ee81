import type { CustomerFilter, CustomerLine, CustomerOrder, CustomerScope } from "@/api/customer-types";

export interface View {
  scope: CustomerScope;
  order: CustomerOrder;
  filter: CustomerFilter;
}

export const FIRST_VIEW: View = { scope: "MINE", order: "ACTIVE", filter: {} };

/** Without what does not narrow: two filters that find the same look the same. */
export function tidy(filter: CustomerFilter): CustomerFilter {
  const entries = Object.entries(filter).filter(([, value]) => {
    if (value === undefined || value === null || value === "") return false;
    if (Array.isArray(value)) return value.length > 0;
    return typeof value !== "object" || Object.keys(value).length > 0;
  });
  const kept = Object.fromEntries(entries) as CustomerFilter;
  if (kept.q !== undefined) {
    const text = kept.q.trim();
    if (text === "") delete kept.q;
    else kept.q = text;
  }
  return kept;
}

/** As the server takes it; undefined: everything. */
export function filterText(filter: CustomerFilter): string | undefined {
  const kept = tidy(filter);
  return Object.keys(kept).length === 0 ? undefined : JSON.stringify(kept);
}

/** How many things narrow the list, besides what is typed. */
export function narrowed(filter: CustomerFilter): number {
  const { q: _, ...others } = tidy(filter);
  return Object.keys(others).length;
}

export function sameView(one: View, other: View): boolean {
  const text = (view: View) => JSON.stringify([view.scope, view.order, Object.entries(tidy(view.filter)).sort()]);
  return text(one) === text(other);
}

/** The customer waits for an answer. */
export function waits({ waitingSince }: CustomerLine): boolean {
  return waitingSince !== null;
}

/** What staff call a customer: the own remark, else his name. */
export function calledBy({ remark, name }: Pick<CustomerLine, "remark" | "name">): string {
  return remark === "" ? name : remark;
}

/** Columns besides the name; the first are shown until others are chosen. */
export const COLUMNS = ["tags", "stage", "company", "phones", "member", "last", "added", "level", "way"] as const;
export type ColumnKey = (typeof COLUMNS)[number] | `attribute.${string}`;
export const FIRST_COLUMNS: ColumnKey[] = ["tags", "stage", "company", "member", "last", "added"];
