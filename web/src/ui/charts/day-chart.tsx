import { Button, Skeleton } from "antd";
import { lazy, type ReactNode, Suspense, useState } from "react";
import type { Locale } from "@/api/types";
import { useText } from "@/lib/i18n";
import { SERIES_COLOURS, token } from "@/ui/chart-style";
import css from "./day-chart.module.css";

/** Up to so many days each point is drawn, so that one between two gaps is seen. */
const ALONE = 62;

/** The drawing library is large: only who sees a chart loads it. */
const CanvasChart = lazy(() => import("@/ui/canvas-chart"));

export interface Series {
  key: string;
  name: string;
  /** One for each day; null: there is none, and a line has a gap. */
  values: readonly (number | null)[];
}

export interface DayChartProps {
  title: string;
  /** Bars lie on each other; lines stand for themselves. */
  kind: "bar" | "line";
  /** "2026-12-01", oldest first. */
  days: readonly string[];
  series: readonly Series[];
  /** The same as a table, for whoever cannot see the bars or wants the numbers. */
  children: ReactNode;
}

/** Stacked bars or lines over days, with their numbers as a table behind a toggle. */
export function DayChart({ title, kind, days, series, children }: DayChartProps) {
  const { t, locale } = useText();
  const [open, setOpen] = useState(false);
  return (
    <figure className={css.card} aria-label={title}>
      <figcaption className={css.head}>
        <span className={css.title}>{title}</span>
        <span className={css.legend}>
          {series.map(({ key, name }, index) => (
            <span key={key}>
              <span className={css.mark} style={{ background: SERIES_COLOURS[index] }} aria-hidden="true" />
              {name}
            </span>
          ))}
        </span>
        <Button type="link" size="small" className={css.toggle} aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? "ui.chart.hideNumbers" : "ui.chart.showNumbers")}
        </Button>
      </figcaption>
      <Suspense fallback={<Skeleton.Node active className={css.canvas} />}>
        <CanvasChart className={css.canvas} option={() => option({ kind, days, series }, locale)} />
      </Suspense>
      {open && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
        <section className={css.scroller} aria-label={title} tabIndex={0}>
          {children}
        </section>
      )}
    </figure>
  );
}

function option({ kind, days, series }: Pick<DayChartProps, "kind" | "days" | "series">, locale: Locale) {
  const text = { color: token("--q-secondary"), fontSize: 12 };
  const line = { lineStyle: { color: token("--q-line") } };
  const format = new Intl.DateTimeFormat(locale, { month: "numeric", day: "numeric", timeZone: "UTC" });
  return {
    animation: false,
    color: [...SERIES_COLOURS],
    grid: { left: 8, right: 8, top: 12, bottom: 8, containLabel: true },
    tooltip: {
      trigger: "axis",
      confine: true,
      backgroundColor: token("--q-surface"),
      borderColor: token("--q-line"),
      textStyle: { color: token("--q-text") },
      valueFormatter: (value: unknown) => (value == null ? "–" : Number(value).toLocaleString(locale)),
    },
    xAxis: {
      type: "category",
      data: days.map((day) => format.format(new Date(day))),
      axisLabel: { ...text, hideOverlap: true },
      axisLine: line,
      axisTick: { show: false },
    },
    yAxis: {
      type: "value",
      min: 0,
      minInterval: 1,
      splitNumber: 3,
      axisLabel: { ...text, formatter: (value: number) => value.toLocaleString(locale) },
      splitLine: line,
    },
    series: series.map(({ name, values }) =>
      kind === "bar"
        ? { type: "bar", stack: "all", name, data: values, barMaxWidth: 24 }
        : {
            type: "line",
            name,
            data: values,
            showSymbol: days.length <= ALONE,
            symbolSize: 5,
            lineStyle: { width: 2 },
          },
    ),
  };
}
