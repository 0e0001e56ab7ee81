import type { HandOverAuditLine, HandOverSettings } from "@/api/handover-types";
import type { Translate } from "@/lib/i18n";

/** Who did it: a member, the customer, whoever left, or nobody but time and the rules. */
export function whoOf(t: Translate, { kind, actor, byCustomer, customer, member }: HandOverAuditLine): string {
  if (actor !== null) return actor.name;
  if (byCustomer) return customer?.name ?? t("handover.audit.customer");
  if ((kind === "LEAVER" || kind === "RETURNED") && member !== null) return member.name;
  return t("handover.audit.nobody");
}

/** What was done. */
export function whatOf(t: Translate, { kind, way, count, takers }: HandOverAuditLine): string {
  if (kind === "DONE") return t(way === "ON_JOB" ? "handover.audit.doneOnJob" : "handover.audit.doneLeft");
  if (kind === "WAYS" && takers.length === 0) return t("handover.audit.waysTaken", { count: count ?? 0 });
  return t(`handover.audit.kind.${kind}`, { count: count ?? 0 });
}

/** Of whom, from whom to whom, and why. */
export function factsOf(t: Translate, line: HandOverAuditLine): string[] {
  const { byCustomer, customer, end, reason, before, settings } = line;
  return [
    byCustomer ? undefined : customer?.name,
    routeOf(t, line),
    end === null ? undefined : t(`handover.run.${end}`),
    reason === null ? undefined : t(`handover.lines.reason.${reason}`),
    ...changesOf(t, before, settings),
  ].filter((fact) => fact !== undefined);
}

function routeOf(t: Translate, { kind, member, takers }: HandOverAuditLine): string | undefined {
  if (member === null || kind === "LEAVER" || kind === "RETURNED") return undefined;
  const from = member.name;
  const to = takers.map(({ name }) => name).join(t("handover.audit.and"));
  return to === "" ? t("handover.audit.of", { name: from }) : t("handover.lines.route", { from, to });
}

/** What is another than it was; everything where that is not known. */
function changesOf(t: Translate, before: HandOverSettings | null, settings: HandOverSettings | null): string[] {
  if (settings === null) return [];
  const said = (value: number | boolean) =>
    typeof value === "number" ? `${value}` : t(value ? "handover.audit.on" : "handover.audit.off");
  return (Object.keys(settings) as (keyof HandOverSettings)[])
    .filter((name) => before?.[name] !== settings[name])
    .map((name) => {
      const label = t(`handover.settings.${name}`);
      const value = said(settings[name]);
      return before === null
        ? t("handover.audit.set", { label, value })
        : t("handover.audit.changed", { label, before: said(before[name]), value });
    });
}
