import type { CareNumbers, CareStatistics } from "@/api/care-types";
import { daysUntil } from "@/lib/days";
import { useText } from "@/lib/i18n";
import { DayChart, type Series } from "@/ui/charts/day-chart";
import { DayTable } from "@/ui/day-table";
import numbers from "@/ui/numbers.module.css";
import { minutes } from "./durations";

const DAY_MS = 24 * 60 * 60_000;
const BOUNDS = ["minute", "five", "ten", "half", "hour", "later"] as const;

/** Every day of the span, also those without anything. */
function allDays({ from, until }: CareStatistics): string[] {
  return daysUntil(until, Math.round((Date.parse(until) - Date.parse(from)) / DAY_MS) + 1);
}

/** How it went day by day. */
export function StatisticsCharts({ data }: { data: CareStatistics }) {
  const { t } = useText();
  const days = allDays(data);
  const known = new Map(data.days.map(({ day, numbers: of }) => [day, of]));
  const counts = (name: "opened" | "endedByCustomer" | "chats" | "received" | "sent" | "unanswered"): Series => ({
    key: name,
    name: t(`care.numbers.${name}`),
    values: days.map((day) => known.get(day)?.[name] ?? 0),
  });
  const times = (kind: "work" | "clock"): Series => ({
    key: kind,
    name: t(`care.numbers.${kind}.median`),
    values: days.map((day) => minutes(known.get(day)?.[kind]?.median)),
  });
  const charts = [
    { title: t("care.charts.people"), kind: "bar", series: [counts("opened"), counts("endedByCustomer")] },
    { title: t("care.charts.messages"), kind: "bar", series: [counts("received"), counts("sent")] },
    { title: t("care.charts.times"), kind: "line", series: [times("work"), times("clock")] },
    { title: t("care.charts.chats"), kind: "line", series: [counts("chats"), counts("unanswered")] },
  ] as const;
  return (
    <>
      {charts.map((chart) => (
        <DayChart key={chart.title} {...chart} days={days}>
          <DayTable heading={t("care.charts.day")} days={days} series={chart.series} />
        </DayChart>
      ))}
      <Within total={data.total} />
    </>
  );
}

/** How long first replies took, as shares of all of them. */
function Within({ total }: { total: CareNumbers }) {
  const { t, locale } = useText();
  const all = total.within.reduce((sum, count) => sum + count, 0);
  if (all === 0) return null;
  const title = t("care.charts.within");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
    <section className={numbers.tableCard} aria-label={title} tabIndex={0}>
      <h2 className={numbers.cardTitle}>{title}</h2>
      <table className={numbers.table}>
        <tbody>
          {BOUNDS.map((bound, index) => {
            const count = total.within[index] ?? 0;
            return (
              <tr key={bound}>
                <th scope="row">{t(`care.charts.bound.${bound}`)}</th>
                <td style={{ width: "50%" }}>
                  <span
                    className={numbers.slow}
                    style={{ width: `${(100 * count) / all}%`, background: "var(--q-brand)" }}
                    aria-hidden="true"
                  />
                </td>
                <td>{count.toLocaleString(locale)}</td>
                <td>{(count / all).toLocaleString(locale, { style: "percent" })}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
