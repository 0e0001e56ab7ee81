import { Skeleton } from "antd";
import { lazy, Suspense } from "react";
import { useText } from "@/lib/i18n";
import { SERIES_COLOURS } from "@/ui/chart-style";
import css from "./chart-card.module.css";
import { type ChartPlan, summary } from "./charts";
import { valueText } from "./format";
import { timeOption } from "./time-option";
import type { Sample } from "./use-system";

/** The drawing library is large: only who opens this page loads it. */
const CanvasChart = lazy(() => import("@/ui/canvas-chart"));

export function ChartCard({ plan, samples }: { plan: ChartPlan; samples: Sample[] }) {
  const { t, locale } = useText();
  const names = plan.lines.map((line) => t(`admin.system.line.${line.name}`));
  const title = t(`admin.system.chart.${plan.name}`);
  return (
    <figure className={css.card} aria-label={title}>
      <figcaption className={css.title}>{title}</figcaption>
      <Suspense fallback={<Skeleton.Node active className={css.canvas} />}>
        <CanvasChart className={css.canvas} option={() => timeOption({ plan, samples, names, locale })} />
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
                  <span className={css.mark} style={{ background: SERIES_COLOURS[index] }} aria-hidden="true" />
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
