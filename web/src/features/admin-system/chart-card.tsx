import { Skeleton } from "antd";
import { lazy, Suspense } from "react";
import { useText } from "@/lib/i18n";
import css from "./chart-card.module.css";
import { type ChartPlan, summary } from "./charts";
import { valueText } from "./format";
import type { Sample } from "./use-system";

/** The drawing library is large: only who opens this page loads it. */
const TimeChart = lazy(() => import("./time-chart"));

/** Told apart in both themes and with colour blindness; the names stand beside them. */
const COLOURS = ["#12908E", "#D9822B", "#6B6FC8", "#C2557A", "#7A8F2F", "#4F8FC0"] as const;

export function ChartCard({ plan, samples }: { plan: ChartPlan; samples: Sample[] }) {
  const { t, locale } = useText();
  const names = plan.lines.map((line) => t(`admin.system.line.${line.name}`));
  const title = t(`admin.system.chart.${plan.name}`);
  return (
    <figure className={css.card} aria-label={title}>
      <figcaption className={css.title}>{title}</figcaption>
      <Suspense fallback={<Skeleton.Node active className={css.canvas} />}>
        <TimeChart plan={plan} samples={samples} names={names} colours={COLOURS} locale={locale} />
      </Suspense>
      <table className={css.numbers} aria-label={t("admin.system.numbersOf", { title })}>
        <thead>
          <tr>
            <th scope="col">
              <span className={css.hidden}>{t("admin.system.value")}</span>
            </th>
            <th scope="col">{t("admin.system.now")}</th>
            <th scope="col">{t("admin.system.mean")}</th>
            <th scope="col">{t("admin.system.most")}</th>
          </tr>
        </thead>
        <tbody>
          {plan.lines.map((line, index) => {
            const { now, mean, most } = summary(line, samples, plan.unit);
            return (
              <tr key={line.name}>
                <th scope="row">
                  <span className={css.mark} style={{ background: COLOURS[index] }} aria-hidden="true" />
                  {names[index]}
                </th>
                <td>{valueText(now, plan.unit, locale)}</td>
                <td>{valueText(mean, plan.unit, locale)}</td>
                <td>{valueText(most, plan.unit, locale)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </figure>
  );
}
