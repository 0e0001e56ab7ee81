import { useQuery } from "@tanstack/react-query";
import { Input } from "antd";
import { useState } from "react";
import { useText } from "@/lib/i18n";
import { ProblemNote } from "@/ui/problem-note";
import css from "./handover.module.css";
import { statisticsQuery } from "./use-handovers";

const DAY_MS = 86_400_000;

function dayBefore(days: number): string {
  return new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);
}

/** How many hand-overs there were, how they ended, and who took most. */
export function StatisticsPart() {
  const { t } = useText();
  const [from, setFrom] = useState(() => dayBefore(30));
  const [until, setUntil] = useState(() => dayBefore(0));
  const { data, error } = useQuery({ ...statisticsQuery(from, until), enabled: from !== "" && until !== "" });
  return (
    <>
      <div className={css.bar}>
        {(
          [
            ["from", from, setFrom],
            ["until", until, setUntil],
          ] as const
        ).map(([name, value, set]) => (
          <span key={name} className={css.field}>
            <label htmlFor={`handover-${name}`}>{t(`handover.statistics.${name}`)}</label>
            <Input id={`handover-${name}`} type="date" value={value} onChange={({ target }) => set(target.value)} />
          </span>
        ))}
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
