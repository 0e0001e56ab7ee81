import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { GuardCount } from "@/api/guard-types";
import { useSession } from "@/api/session";
import { dayStart } from "@/lib/days";
import { useText } from "@/lib/i18n";
import { DayField } from "@/ui/day-field";
import { ProblemNote } from "@/ui/problem-note";
import css from "./guard.module.css";
import { statisticsQuery } from "./use-guard";

/** How much rules found, by rule and by employee. */
export function StatisticsPart() {
  const { t } = useText();
  const { zone } = useSession().org;
  const [from, setFrom] = useState("");
  const [until, setUntil] = useState("");
  const { data, error } = useQuery(statisticsQuery(dayStart(from, zone), dayStart(until, zone, 1)));
  return (
    <>
      <div className={css.bar}>
        <DayField label={t("guard.filter.since")} value={from} onChange={setFrom} />
        <DayField label={t("guard.filter.until")} value={until} onChange={setUntil} />
      </div>
      <ProblemNote problem={error} />
      {data && data.rules.length === 0 && <p className={css.quiet}>{t("guard.statistics.none")}</p>}
      {data && data.rules.length > 0 && (
        <>
          <Counts
            caption={t("guard.statistics.rules")}
            head={t("guard.statistics.rule")}
            rows={data.rules.map((row) => ({ ...row, id: row.rule.id, name: row.rule.name }))}
          />
          <Counts
            caption={t("guard.statistics.members")}
            head={t("guard.statistics.member")}
            rows={data.members.map((row) => ({ ...row, id: row.member.id, name: row.member.name }))}
          />
        </>
      )}
    </>
  );
}

interface CountsProps {
  caption: string;
  head: string;
  rows: (GuardCount & { id: number; name: string })[];
}

function Counts({ caption, head, rows }: CountsProps) {
  const { t } = useText();
  return (
    <table className={css.table}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col" data-number>
            {t("guard.statistics.warned")}
          </th>
          <th scope="col" data-number>
            {t("guard.statistics.blocked")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>{row.name}</td>
            <td data-number>{row.warned}</td>
            <td data-number>{row.blocked}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
