import { AlertOutlined, SettingOutlined } from "@ant-design/icons";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import type { AlertKind, GuardAlert } from "@/api/guard-types";
import { useText } from "@/lib/i18n";
import { dayAndClock } from "@/lib/times";
import { Avatar } from "@/ui/avatar";
import { EmptyState } from "@/ui/empty-state";
import { ChoiceChip, PersonChip } from "@/ui/filter-chip";
import { MoreButton } from "@/ui/more-button";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import { AlertDialog } from "./alert-dialog";
import css from "./guard.module.css";
import { alertsQuery } from "./use-guard";

export const ALERT_KINDS: AlertKind[] = [
  "EMPLOYEE_ENDED",
  "CUSTOMER_ENDED",
  "BLOCKED",
  "RECALLED_MANY",
  "REMOVED_FROM_GROUP",
];

/** Ended contacts, many recalls, removals, newest first. */
export function AlertsPart({ manages }: { manages: boolean }) {
  const { t } = useText();
  const [kind, setKind] = useState<AlertKind | null>(null);
  const [member, setMember] = useState<number | null>(null);
  const [setup, setSetup] = useState(false);
  const pages = useInfiniteQuery(alertsQuery({ kind, member }));
  const alerts = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const kinds = ALERT_KINDS.map((value) => ({ value, label: t(`guard.alerts.kind.${value}`) }));
  return (
    <section aria-label={t("guard.alerts.label")}>
      <div className={css.bar}>
        <ChoiceChip label={t("guard.filter.kind")} value={kind} options={kinds} onChange={setKind} />
        <PersonChip label={t("guard.filter.member")} value={member} onChange={setMember} />
        {manages && (
          <Button icon={<SettingOutlined />} onClick={() => setSetup(true)}>
            {t("guard.alerts.setup")}
          </Button>
        )}
      </div>
      <ProblemNote problem={pages.error} />
      {pages.isPending && <RowSkeletons label={t("guard.loading")} />}
      {pages.data && alerts.length === 0 && (
        <EmptyState icon={<AlertOutlined />} title={t("guard.alerts.none")} text={t("guard.alerts.noneText")} />
      )}
      <ul className={css.rows}>
        {alerts.map((alert) => (
          <AlertRow key={alert.id} alert={alert} />
        ))}
      </ul>
      <MoreButton pages={pages} />
      {setup && <AlertDialog onClose={() => setSetup(false)} />}
    </section>
  );
}

function AlertRow({ alert }: { alert: GuardAlert }) {
  const { t, locale } = useText();
  const facts = [
    alert.member.name,
    ...(alert.customer ? [t("guard.alerts.with", { name: alert.customer.name })] : []),
    ...(alert.messages > 0 ? [t("guard.alerts.messages", { count: alert.messages })] : []),
    dayAndClock(alert.at, locale),
  ];
  return (
    <li className={css.row}>
      <Avatar person={alert.member} size={40} />
      <span className={css.words}>
        <span className={css.name}>{t(`guard.alerts.kind.${alert.kind}`)}</span>
        <span className={css.small}>{facts.join(" · ")}</span>
      </span>
    </li>
  );
}
