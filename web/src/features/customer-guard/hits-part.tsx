import { DownloadOutlined, SafetyOutlined } from "@ant-design/icons";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import type { GuardAction, GuardCustomer, GuardHit, GuardPattern, GuardRuleName } from "@/api/guard-types";
import { withQuery } from "@/api/http";
import { useSession } from "@/api/session";
import { dayStart } from "@/lib/days";
import { useText } from "@/lib/i18n";
import { dayAndClock } from "@/lib/times";
import { DayField } from "@/ui/day-field";
import { EmptyState } from "@/ui/empty-state";
import { Chip, ChoiceChip, PersonChip } from "@/ui/filter-chip";
import { MoreButton } from "@/ui/more-button";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import { StateTag } from "@/ui/state-tag";
import css from "./guard.module.css";
import { hitsQuery } from "./use-guard";

const ACTIONS: GuardAction[] = ["WARN", "BLOCK"];
const PATTERNS: GuardPattern[] = ["PHONE", "EMAIL", "ID_CARD", "BANK_CARD", "LINK"];

/** What rules found, newest first. */
export function HitsPart({ rules }: { rules: GuardRuleName[] }) {
  const { t } = useText();
  const { zone } = useSession().org;
  const [rule, setRule] = useState<number | null>(null);
  const [action, setAction] = useState<GuardAction | null>(null);
  const [member, setMember] = useState<number | null>(null);
  const [customer, setCustomer] = useState<GuardCustomer | null>(null);
  const [from, setFrom] = useState("");
  const [until, setUntil] = useState("");
  const filter = {
    rule,
    action,
    member,
    customer: customer?.id ?? null,
    since: dayStart(from, zone),
    until: dayStart(until, zone, 1),
  };
  const pages = useInfiniteQuery(hitsQuery(filter));
  const hits = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const actions = ACTIONS.map((value) => ({ value, label: t(`guard.action.${value}`) }));
  return (
    <section aria-label={t("guard.hits.label")}>
      <div className={css.bar}>
        <ChoiceChip
          label={t("guard.filter.rule")}
          value={rule}
          options={rules.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setRule}
        />
        <ChoiceChip label={t("guard.filter.action")} value={action} options={actions} onChange={setAction} />
        <PersonChip label={t("guard.filter.member")} value={member} onChange={setMember} />
        {customer && (
          <Chip
            label={t("guard.archive.customer")}
            chosen={customer.name}
            onClick={() => setCustomer(null)}
            onClear={() => setCustomer(null)}
          >
            {(face) => face}
          </Chip>
        )}
        <DayField label={t("guard.filter.since")} value={from} onChange={setFrom} />
        <DayField label={t("guard.filter.until")} value={until} onChange={setUntil} />
        <Button icon={<DownloadOutlined />} href={withQuery("/api/customer-guard/hits/export.xlsx", filter)} download>
          {t("guard.filter.export")}
        </Button>
      </div>
      <ProblemNote problem={pages.error} />
      {pages.isPending && <RowSkeletons label={t("guard.loading")} />}
      {pages.data && hits.length === 0 && (
        <EmptyState icon={<SafetyOutlined />} title={t("guard.hits.none")} text={t("guard.hits.noneText")} />
      )}
      <ul className={css.rows}>
        {hits.map((hit) => (
          <HitRow key={hit.id} hit={hit} onCustomer={setCustomer} />
        ))}
      </ul>
      <MoreButton pages={pages} />
    </section>
  );
}

function HitRow({ hit, onCustomer }: { hit: GuardHit; onCustomer: (customer: GuardCustomer) => void }) {
  const { t, locale } = useText();
  const { customer } = hit;
  const staff = hit.member?.name ?? t("guard.hits.nobody");
  const guest = customer?.name ?? t("guard.hits.group");
  const [from, to] = hit.byCustomer ? [guest, staff] : [staff, guest];
  const pattern = PATTERNS.find((each) => each === hit.found);
  return (
    <li className={css.row}>
      <span className={css.words}>
        <span className={css.name}>
          <StateTag tone={hit.action === "BLOCK" ? "bad" : "warn"}>{t(`guard.action.${hit.action}`)}</StateTag>
          {hit.rule.name}
        </span>
        <span className={css.small}>
          {hit.place === "CHAT"
            ? t("guard.hits.by", { from, to })
            : t("guard.hits.written", { name: staff, place: t(`guard.hits.place.${hit.place}`) })}{" "}
          · {dayAndClock(hit.at, locale)}
          {hit.found && ` · ${t("guard.hits.found", { what: pattern ? t(`guard.pattern.${pattern}`) : hit.found })}`}
        </span>
        {hit.excerpt && <span className={css.excerpt}>{hit.excerpt}</span>}
        {!hit.excerpt && <span className={css.small}>{t(hit.found ? "guard.hits.gone" : "guard.hits.hidden")}</span>}
      </span>
      {customer && (
        <Button type="text" onClick={() => onCustomer(customer)}>
          {t("guard.filter.customer", { name: customer.name })}
        </Button>
      )}
    </li>
  );
}
