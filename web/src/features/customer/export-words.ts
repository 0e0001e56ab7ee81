import type { CustomerFilter } from "@/api/customer-types";
import type { Translate } from "@/lib/i18n";
import { tidy } from "./filter";

export interface Names {
  stage: (key: string) => string;
  /** Empty for one that is gone. */
  tag: (id: number) => string;
  member: string | null;
}

/** What a filter narrowed a list to, in words; nothing: it was the whole list. */
export function filterWords(t: Translate, filter: CustomerFilter, names: Names): string[] {
  const { q, stages, levels, open, anyTags, allTags, ways, member, attributes, ...times } = tidy(filter);
  const words: string[] = [];
  const add = (label: string, value: string) => words.push(t("customer.exports.fact", { label, value }));
  const list = (values: string[]) => values.filter((value) => value !== "").join(t("customer.exports.comma"));
  if (q) add(t("customer.exports.search"), q);
  const tags = [...(anyTags ?? []), ...(allTags ?? [])];
  if (tags.length > 0) add(t("customer.filter.tags"), list(tags.map(names.tag)) || String(tags.length));
  if (stages) add(t("customer.filter.stage"), list(stages.map(names.stage)));
  if (levels) add(t("customer.filter.level"), list(levels.map((level) => t(`customer.levels.${level}`))));
  if (member !== undefined) add(t("customer.filter.member"), names.member ?? String(member));
  if (open !== undefined) words.push(t(open ? "customer.exports.open" : "customer.exports.ended"));
  if (ways) words.push(t("customer.exports.ways", { count: ways.length }));
  if (attributes) words.push(t("customer.exports.attributes"));
  return [...words, ...timeWords(t, times)];
}

type Times = Pick<
  CustomerFilter,
  "addedFrom" | "addedUntil" | "lastFrom" | "lastUntil" | "silentDays" | "unansweredHours"
>;

function timeWords(t: Translate, times: Times): string[] {
  const { addedFrom, addedUntil, lastFrom, lastUntil, silentDays, unansweredHours } = times;
  const words: string[] = [];
  const span = (from = "…", until = "…") => `${from} – ${until}`;
  if (addedFrom || addedUntil) words.push(t("customer.exports.added", { span: span(addedFrom, addedUntil) }));
  if (lastFrom || lastUntil) words.push(t("customer.exports.last", { span: span(lastFrom, lastUntil) }));
  if (silentDays !== undefined) words.push(t("customer.exports.silent", { count: silentDays }));
  if (unansweredHours !== undefined) words.push(t("customer.exports.waiting", { count: unansweredHours }));
  return words;
}
