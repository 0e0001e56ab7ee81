import type { Field } from "@/api/form-types";
import type { Approvers, RouteNode, Span } from "@/api/route-types";
import type { Translate } from "@/lib/i18n";
import type { Names } from "@/ui/forms/designer/use-names";

/** What node cards say: one line that tells who, or how long. Null when something is missing. */
export function nodeText(t: Translate, node: RouteNode, fields: readonly Field[], names: Names): string | null {
  switch (node.kind) {
    case "APPROVE":
    case "HANDLE": {
      const who = approversText(t, node.approvers, fields, names);
      if (who === null) return null;
      const alone = ["APPLICANT", "CHAIN", "SUPERIOR"].includes(node.approvers.kind);
      const rule = t(`approvalDesign.together.short.${node.together.rule}`, { percent: node.together.percent ?? 0 });
      return alone ? who : `${who} · ${rule}`;
    }
    case "CC":
      return approversText(t, node.people, fields, names);
    case "DELAY":
      if (node.until.field) return t("approvalDesign.delay.until", { field: labelOf(t, fields, node.until.field) });
      return node.until.span ? t("approvalDesign.delay.after", { span: spanText(t, node.until.span) }) : null;
    case "WEBHOOK":
      return node.hook === "" ? null : node.hook;
    default:
      return null;
  }
}

export function labelOf(t: Translate, fields: readonly Field[], key: string): string {
  return fields.find((field) => field.key === key)?.label ?? t("approvalDesign.goneField");
}

export function approversText(
  t: Translate,
  approvers: Approvers,
  fields: readonly Field[],
  names: Names,
): string | null {
  switch (approvers.kind) {
    case "MEMBERS":
      return approvers.ids.length === 0 ? null : listed(t, approvers.ids.map(names.member));
    case "SUPERIOR":
      return t(approvers.orHigher ? "approvalDesign.who.superiorOrHigher" : "approvalDesign.who.superiorText", {
        level: approvers.level,
      });
    case "CHAIN":
      return t("approvalDesign.who.chainText", { levels: approvers.levels });
    case "HEAD":
      return approvers.field
        ? t("approvalDesign.who.headOfField", { field: labelOf(t, fields, approvers.field), level: approvers.level })
        : t("approvalDesign.who.headText", { level: approvers.level });
    case "ROLE":
      if (approvers.id <= 0) return null;
      return t(approvers.nearest ? "approvalDesign.who.roleNear" : "approvalDesign.who.roleText", {
        role: names.role(approvers.id),
      });
    case "CHOSEN":
      return t("approvalDesign.who.chosenText", { count: approvers.most });
    case "FIELD":
      return approvers.key === ""
        ? null
        : t("approvalDesign.who.fieldText", { field: labelOf(t, fields, approvers.key) });
    case "APPLICANT":
      return t("approvalDesign.who.APPLICANT");
  }
}

const MOST_NAMES = 3;

function listed(t: Translate, all: string[]): string {
  const shown = all.slice(0, MOST_NAMES).join(t("approvalDesign.comma"));
  return all.length > MOST_NAMES ? t("approvalDesign.andMore", { names: shown, count: all.length }) : shown;
}

export type SpanUnit = "minutes" | "hours" | "days";
const UNIT_MINUTES: Record<SpanUnit, number> = { minutes: 1, hours: 60, days: 24 * 60 };

/** The largest unit that says a span in whole numbers. Working time has no days: how long one is, is the company's business. */
export function spanParts({ minutes, working }: Span): { count: number; unit: SpanUnit } {
  const units: SpanUnit[] = working ? ["hours"] : ["days", "hours"];
  const unit = units.find((each) => minutes > 0 && minutes % UNIT_MINUTES[each] === 0) ?? "minutes";
  return { count: minutes / UNIT_MINUTES[unit], unit };
}

export function minutesOf(count: number, unit: SpanUnit): number {
  return Math.round(count * UNIT_MINUTES[unit]);
}

export function spanText(t: Translate, span: Span): string {
  const { count, unit } = spanParts(span);
  const text = t(`approvalDesign.span.${unit}`, { count });
  return span.working ? t("approvalDesign.span.working", { text }) : text;
}

/** Members that a route names, so that their names can be fetched. */
export function membersOf(nodes: readonly RouteNode[]): number[] {
  return nodes.flatMap((node) => {
    const approvers = "approvers" in node ? node.approvers : "people" in node ? node.people : null;
    const nobody = "nobody" in node ? node.nobody.members : [];
    const limit = "limit" in node && node.limit?.to ? [node.limit.to] : [];
    return [...(approvers?.kind === "MEMBERS" ? approvers.ids : []), ...nobody, ...limit];
  });
}
