import { useQuery } from "@tanstack/react-query";
import { Segmented } from "antd";
import { useState } from "react";
import { nameOf } from "@/api/people";
import { useSession } from "@/api/session";
import type { WayDay, WayStatistics } from "@/api/way-types";
import { daysUntil, today } from "@/lib/days";
import { useText } from "@/lib/i18n";
import { BarsCard } from "@/ui/bars-card";
import { DayTable } from "@/ui/day-table";
import { NumberTiles } from "@/ui/number-tiles";
import numbers from "@/ui/numbers.module.css";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import { wayStatisticsQuery } from "./use-ways";
import css from "./way.module.css";

const SPANS = [7, 30, 90, 365] as const;
const COUNTS = ["opened", "again", "waited"] as const;
const COLUMNS = ["views", ...COUNTS] as const;

/** Who looked, who came, who had to wait; and who of the code's people took them. */
export function WayStatisticsPart({ id }: { id: number }) {
  const { t } = useText();
  const { org } = useSession();
  const [span, setSpan] = useState<number>(30);
  const days = daysUntil(today(org.zone), span);
  const { data, error, isPending } = useQuery(wayStatisticsQuery(id, days[0] ?? "", days.at(-1) ?? ""));
  return (
    <div className={css.stack}>
      <Segmented<number>
        className={css.start}
        style={{ justifySelf: "start" }}
        aria-label={t("way.statistics.span")}
        value={span}
        onChange={setSpan}
        options={SPANS.map((value) => ({ value, label: t("way.statistics.days", { count: value }) }))}
      />
      <ProblemNote problem={error} />
      {isPending && <RowSkeletons label={t("way.loading")} />}
      {data && <Numbers statistics={data} span={days} />}
    </div>
  );
}

const NOTHING = { views: 0, opened: 0, again: 0, waited: 0 };

function Numbers({ statistics, span }: { statistics: WayStatistics; span: string[] }) {
  const { t } = useText();
  const known = new Map(statistics.days.map((each) => [each.day, each]));
  const days: WayDay[] = span.map((day) => known.get(day) ?? { day, ...NOTHING });
  const series = (keys: readonly (keyof typeof NOTHING)[]) =>
    keys.map((key) => ({
      key,
      name: t(`way.statistics.${key}`),
      values: days.map((day) => day[key]),
    }));
  const sum = (name: keyof typeof NOTHING) => days.reduce((total, day) => total + day[name], 0);
  return (
    <>
      <NumberTiles
        tiles={COLUMNS.map((name) => ({
          name: t(`way.statistics.${name}`),
          value: sum(name),
          tone: name === "opened" ? "running" : undefined,
        }))}
      />
      <BarsCard title={t("way.statistics.chart")} days={span} series={series(COUNTS)}>
        <DayTable heading={t("way.statistics.day")} days={span} series={series(COLUMNS)} />
      </BarsCard>
      <Takers people={statistics.people} />
    </>
  );
}

function Takers({ people }: Pick<WayStatistics, "people">) {
  const { t, locale } = useText();
  if (people.length === 0) return null;
  return (
    <section className={numbers.tableCard} aria-label={t("way.statistics.people")}>
      <h2 className={numbers.cardTitle}>{t("way.statistics.people")}</h2>
      <table className={numbers.table}>
        <thead>
          <tr>
            <th scope="col">{t("way.statistics.person")}</th>
            <th scope="col">{t("way.statistics.taken")}</th>
            <th scope="col">{t("way.statistics.beyond")}</th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ member, taken, beyond }) => (
            <tr key={member.id}>
              <th scope="row">{nameOf(member)}</th>
              <td>{taken.toLocaleString(locale)}</td>
              <td>{beyond.toLocaleString(locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
