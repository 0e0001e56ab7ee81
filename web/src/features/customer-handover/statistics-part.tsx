import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSession } from "@/api/session";
import { daysUntil, today } from "@/lib/days";
import { useText } from "@/lib/i18n";
import { DayField } from "@/ui/day-field";
import { ProblemNote } from "@/ui/problem-note";
import css from "./handover.module.css";
import { statisticsQuery } from "./use-handovers";

const SHOWN_FIRST = 31;

/** The days that are shown first, until the company's today. */
export function firstSpan(zone: string, now: Date = new Date()): { from: string; until: string } {
  const until = today(zone, now);
  return { from: daysUntil(until, SHOWN_FIRST)[0] ?? until, until };
}

/** How many hand-overs there were, how they ended, and who took most. */
export function StatisticsPart() {
  const { t } = useText();
  const { org } = useSession();
  const [first] = useState(() => firstSpan(org.zone));
  const [from, setFrom] = useState(first.from);
  const [until, setUntil] = useState(first.until);
  const { data, error } = useQuery({ ...statisticsQuery(from, until), enabled: from !== "" && until !== "" });
  return (
    <>
      <div className={css.bar}>
        <DayField label={t("handover.statistics.from")} value={from} onChange={setFrom} />
        <DayField label={t("handover.statistics.until")} value={until} onChange={setUntil} />
      </div>
      <ProblemNote problem={error} />
      {data && data.counts.length === 0 && <p className={css.quiet}>{t("handover.statistics.none")}</p>}
      {data && data.counts.length > 0 && (
        <>
          <table className={css.table}>
            <thead>
              <tr>
                <th scope="col">{t("handover.statistics.state")}</th>
                <th scope="col" data-number>
                  {t("handover.statistics.customers")}
                </th>
              </tr>
            </thead>
            <tbody>
              {data.counts.map(({ kind, state, customers }) => (
                <tr key={`${kind}-${state}`}>
                  <td>
                    {t(kind === "ON_JOB" ? "handover.statistics.onJob" : "handover.statistics.left")} ·{" "}
                    {t(`handover.lines.state.${state}`)}
                  </td>
                  <td data-number>{customers}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <table className={css.table}>
            <caption>{t("handover.statistics.takers")}</caption>
            <tbody>
              {data.takers.map(({ member, customers }) => (
                <tr key={member.id}>
                  <td>{member.name}</td>
                  <td data-number>{customers}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </>
  );
}
