import { useQuery } from "@tanstack/react-query";
import { Segmented, Select } from "antd";
import { useState } from "react";
import type { ReportFieldCard, ReportPer } from "@/api/report-types";
import { useText } from "@/lib/i18n";
import { BarsCard } from "@/ui/bars-card";
import { grouped } from "@/ui/forms/decimals";
import css from "@/ui/numbers.module.css";
import { ProblemNote } from "@/ui/problem-note";
import { type Span, seriesQuery } from "./use-overview";

const MONTH_DAYS = 92;
const WEEK_DAYS = 31;

/** As fine as the span allows without hundreds of bars. */
export function perOf(days: number): ReportPer {
  if (days > MONTH_DAYS) return "MONTH";
  return days > WEEK_DAYS ? "WEEK" : "DAY";
}

interface Props {
  span: Span;
  days: number;
  fields: ReportFieldCard[];
}

/** How a number of the reports develops, as bars and, behind a toggle, as a table. */
export function FieldTrend({ span, days, fields }: Props) {
  const { t, locale } = useText();
  const [chosen, setChosen] = useState<string | null>(null);
  const [what, setWhat] = useState<"sum" | "average">("sum");
  const field = fields.find(({ key }) => key === chosen) ?? fields[0];
  const { data, error } = useQuery(seriesQuery(span, field?.key ?? "", perOf(days)));
  if (!field) return null;
  const points = data?.points ?? [];
  const name = field.unit ? t("report.statistics.withUnit", { label: field.label, unit: field.unit }) : field.label;
  return (
    <section className={css.stack} aria-label={t("report.statistics.trend")}>
      <div className={css.filters}>
        <Select<string>
          className={css.select}
          aria-label={t("report.statistics.field")}
          value={field.key}
          onChange={setChosen}
          options={fields.map(({ key, label }) => ({ value: key, label }))}
        />
        <Segmented<"sum" | "average">
          aria-label={t("report.statistics.what")}
          value={what}
          onChange={setWhat}
          options={[
            { value: "sum", label: t("report.statistics.sum") },
            { value: "average", label: t("report.statistics.average") },
          ]}
        />
      </div>
      <ProblemNote problem={error} />
      <BarsCard
        title={t("report.statistics.trendOf", { field: field.label })}
        days={points.map(({ from }) => from)}
        series={[{ key: field.key, name, values: points.map((point) => Number(point[what])) }]}
      >
        <table>
          <thead>
            <tr>
              <th scope="col">{t("report.statistics.from")}</th>
              <th scope="col">{t("report.statistics.sum")}</th>
              <th scope="col">{t("report.statistics.average")}</th>
              <th scope="col">{t("report.statistics.count")}</th>
            </tr>
          </thead>
          <tbody>
            {[...points].reverse().map(({ from, sum, average, count }) => (
              <tr key={from}>
                <th scope="row">{from}</th>
                <td>{grouped(sum)}</td>
                <td>{grouped(average)}</td>
                <td>{count.toLocaleString(locale)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </BarsCard>
    </section>
  );
}
