import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ProductDay, ProductNumbers } from "@/api/material-types";
import { useSession } from "@/api/session";
import { daysUntil, today } from "@/lib/days";
import { useText } from "@/lib/i18n";
import { BarsCard } from "@/ui/bars-card";
import { DayField } from "@/ui/day-field";
import { NumberTiles } from "@/ui/number-tiles";
import { ProblemNote } from "@/ui/problem-note";
import css from "./material.module.css";
import { statisticsQuery } from "./use-products";

const SHOWN_FIRST = 30;
const COUNTS: (keyof ProductNumbers)[] = ["seen", "sent", "opened", "asked"];

/** How often products were looked at on cards, sent, opened and asked about. */
export function StatisticsPart() {
  const { t } = useText();
  const { org } = useSession();
  const [span, setSpan] = useState(() => {
    const until = today(org.zone);
    return { from: daysUntil(until, SHOWN_FIRST)[0] ?? until, until };
  });
  const { data, error } = useQuery({
    ...statisticsQuery(span.from, span.until),
    enabled: span.from !== "" && span.until !== "",
  });
  const days = everyDay(data?.days ?? [], span);
  const sum = (name: keyof ProductNumbers) => days.reduce((all, { numbers }) => all + numbers[name], 0);
  return (
    <div className={css.parts}>
      <div className={css.bar}>
        {(["from", "until"] as const).map((name) => (
          <DayField
            key={name}
            label={t(`material.statistics.${name}`)}
            value={span[name]}
            onChange={(day) => setSpan({ ...span, [name]: day })}
          />
        ))}
      </div>
      <ProblemNote problem={error} />
      {data && days.length === 0 && <p className={css.small}>{t("material.statistics.none")}</p>}
      {data && days.length > 0 && (
        <>
          <NumberTiles
            tiles={COUNTS.map((name) => ({ name: t(`material.products.count.${name}`), value: sum(name) }))}
          />
          <BarsCard
            title={t("material.statistics.byDay")}
            days={days.map(({ day }) => day)}
            series={COUNTS.map((name) => ({
              key: name,
              name: t(`material.products.count.${name}`),
              values: days.map(({ numbers }) => numbers[name]),
            }))}
          >
            <Numbers
              head={t("material.statistics.day")}
              rows={days.map(({ day, numbers }) => ({ key: day, name: day, numbers }))}
            />
          </BarsCard>
          <div className={css.wide}>
            <Numbers
              caption={t("material.statistics.ranking")}
              head={t("material.products.name")}
              rows={data.products.map(({ id, name, numbers }) => ({ key: String(id), name, numbers }))}
            />
          </div>
        </>
      )}
    </div>
  );
}

const NOTHING: ProductNumbers = { seen: 0, sent: 0, opened: 0, asked: 0 };

/** Also the days on which nothing happened, so that the chart's axis is time; none when nothing happened at all. */
function everyDay(days: ProductDay[], { from, until }: { from: string; until: string }): ProductDay[] {
  if (days.length === 0) return [];
  const known = new Map(days.map((each) => [each.day, each]));
  const count = Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000) + 1;
  return daysUntil(until, count).map((day) => known.get(day) ?? { day, numbers: NOTHING });
}

interface NumbersProps {
  caption?: string;
  head: string;
  rows: { key: string; name: string; numbers: ProductNumbers }[];
}

function Numbers({ caption, head, rows }: NumbersProps) {
  const { t } = useText();
  return (
    <table className={css.table}>
      {caption !== undefined && <caption>{caption}</caption>}
      <thead>
        <tr>
          <th scope="col">{head}</th>
          {COUNTS.map((name) => (
            <th key={name} scope="col" data-number>
              {t(`material.products.count.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, numbers }) => (
          <tr key={key}>
            <td>{name}</td>
            {COUNTS.map((count) => (
              <td key={count} data-number>
                {numbers[count]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
