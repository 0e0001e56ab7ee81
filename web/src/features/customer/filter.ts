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

/** A view as the address says it, so that it can be shared, reloaded and come back to. */
export interface ViewSearch {
  scope?: CustomerScope;
  order?: CustomerOrder;
  filter?: Record<string, unknown>;
}

export function searchOf({ scope, order, filter }: View): ViewSearch {
  const kept = tidy(filter);
  return {
    scope: scope === FIRST_VIEW.scope ? undefined : scope,
    order: order === FIRST_VIEW.order ? undefined : order,
    filter: Object.keys(kept).length === 0 ? undefined : { ...kept },
  };
}

const text = (value: unknown) => typeof value === "string";
const number = (value: unknown) => typeof value === "number";
const all = (each: (value: unknown) => boolean) => (value: unknown) => Array.isArray(value) && value.every(each);

const SOUND: Record<keyof CustomerFilter, (value: unknown) => boolean> = {
  q: text,
  anyTags: all(number),
  allTags: all(number),
  stages: all(text),
  ways: all(number),
  levels: all(text),
  member: number,
  open: (value) => typeof value === "boolean",
  addedFrom: text,
  addedUntil: text,
  lastFrom: text,
  lastUntil: text,
  silentDays: number,
  unansweredHours: number,
  attributes: (value) => typeof value === "object" && value !== null && !Array.isArray(value),
};

/** What an address says is somebody's typing: what is not sound is left out. */
export function viewOf({ scope, order, filter = {} }: ViewSearch): View {
  const sound = Object.entries(filter).filter(([key, value]) => SOUND[key as keyof CustomerFilter]?.(value));
  return {
    scope: scope ?? FIRST_VIEW.scope,
    order: order ?? FIRST_VIEW.order,
    filter: Object.fromEntries(sound) as CustomerFilter,
  };
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
