import type { TimelineLine } from "@/api/customer-types";
import type { Translate } from "@/lib/i18n";

interface Names {
  stageName: (key: string) => string;
  memberName: (id: number) => string;
}

const asText = (value: unknown): string => (typeof value === "string" ? value : "");

/** Which words say it: what a rule with a name did is said with it. */
export function eventKey({ kind, data }: TimelineLine["event"]): string {
  const ruled = asText(data.rule) !== "" && (kind === "TAGGED" || kind === "UNTAGGED");
  return ruled ? `${kind}_BY` : kind;
}

/** What fills the words of an event: tags, stages and people by their names. */
export function eventParams(t: Translate, { data }: TimelineLine["event"], names: Names): Record<string, string> {
  const params: Record<string, string> = {};
  if (Array.isArray(data.tags)) params.tags = data.tags.map(asText).join(t("customer.comma"));
  if (data.before !== undefined) params.before = names.stageName(asText(data.before));
  if (data.after !== undefined) params.after = names.stageName(asText(data.after));
  if (asText(data.reason) !== "") params.reason = asText(data.reason);
  params.why = params.reason === undefined ? "" : t("customer.timeline.why", { reason: params.reason });
  if (asText(data.rule) !== "") params.rule = asText(data.rule);
  if (asText(data.name) !== "") params.name = asText(data.name);
  if (typeof data.member === "number") params.member = names.memberName(data.member);
  return params;
}
