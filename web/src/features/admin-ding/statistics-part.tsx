import { useQuery } from "@tanstack/react-query";
import { Segmented } from "antd";
import { useState } from "react";
import { useSession } from "@/api/session";
import { useText } from "@/lib/i18n";
import { BarsCard } from "@/ui/bars-card";
import { EmptyState } from "@/ui/empty-state";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import css from "./ding-page.module.css";
import { byDepartment, byWay, daysUntil, today } from "./statistics";
import { type Statistic, statisticsQuery, WAYS } from "./use-ding";

const SPANS = [7, 30, 90] as const;

/** How many people were reached by what, per day and by the sender's department. */
export function StatisticsPart() {
  const { t } = useText();
  const { org } = useSession();
  const [span, setSpan] = useState<number>(30);
  const days = daysUntil(today(org.zone), span);
  const query = useQuery(statisticsQuery(days[0] ?? "", days.at(-1) ?? ""));
  return (
    <div className={css.stack}>
      <div className={css.partHead}>
        <p className={css.lead}>{t("dingAdmin.statisticsHelp")}</p>
        <Segmented
          aria-label={t("dingAdmin.span")}
          value={span}
          onChange={setSpan}
          options={SPANS.map((value) => ({ value, label: t("dingAdmin.days", { count: value }) }))}
        />
      </div>
      <ProblemNote problem={query.error} />
      {query.isPending && <RowSkeletons label={t("form.loading")} />}
      {query.data?.length === 0 && (
        <EmptyState title={t("dingAdmin.noStatistics")} text={t("dingAdmin.noStatisticsText")} />
      )}
      {query.data && query.data.length > 0 && <Numbers items={query.data} days={days} />}
    </div>
  );
}

function Numbers({ items, days }: { items: Statistic[]; days: string[] }) {
  const { t, locale } = useText();
  const ways = byWay(items, days);
  const used = WAYS.filter((way) => ways.some((each) => each.way === way));
  const number = (value: number) => value.toLocaleString(locale);
  return (
    <>
      <BarsCard
        title={t("dingAdmin.perDay")}
        days={days}
        series={ways.map(({ way, values }) => ({ key: way, name: t(`dingAdmin.way.${way}`), values }))}
      >
        <table>
          <thead>
            <tr>
              <th scope="col">{t("dingAdmin.day")}</th>
              {ways.map(({ way }) => (
                <th key={way} scope="col">
                  {t(`dingAdmin.way.${way}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {days
              .map((day, index) => ({ day, counts: ways.map(({ values }) => values[index] ?? 0) }))
              .filter(({ counts }) => counts.some((count) => count > 0))
              .reverse()
              .map(({ day, counts }) => (
                <tr key={day}>
                  <th scope="row">{day}</th>
                  {counts.map((count, index) => (
                    <td key={ways[index]?.way}>{number(count)}</td>
                  ))}
                </tr>
              ))}
          </tbody>
        </table>
      </BarsCard>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard */}
      <section className={css.tableCard} aria-label={t("dingAdmin.perDepartment")} tabIndex={0}>
        <h2 className={css.cardTitle}>{t("dingAdmin.perDepartment")}</h2>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{t("dingAdmin.department")}</th>
              {used.map((way) => (
                <th key={way} scope="col">
                  {t(`dingAdmin.way.${way}`)}
                </th>
              ))}
              <th scope="col">{t("dingAdmin.total")}</th>
            </tr>
          </thead>
          <tbody>
            {byDepartment(items).map(({ id, name, counts, total }) => (
              <tr key={id}>
                <th scope="row">{name || t("dingAdmin.noDepartment")}</th>
                {used.map((way) => (
                  <td key={way}>{number(counts[way] ?? 0)}</td>
                ))}
                <td>{number(total)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
