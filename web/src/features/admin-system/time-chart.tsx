import { LineChart } from "echarts/charts";
import { GridComponent, TooltipComponent } from "echarts/components";
import { type ECharts, init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";
import css from "./chart-card.module.css";
import type { ChartPlan } from "./charts";
import { valueText } from "./format";
import type { Sample } from "./use-system";

use([LineChart, GridComponent, TooltipComponent, CanvasRenderer]);

interface Props {
  plan: ChartPlan;
  samples: Sample[];
  names: string[];
  colours: readonly string[];
  locale: string;
}

function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function option({ plan, samples, names, colours, locale }: Props) {
  const text = { color: token("--q-secondary"), fontSize: 12 };
  return {
    animation: false,
    color: [...colours],
    grid: { left: 8, right: 16, top: 12, bottom: 8, containLabel: true },
    tooltip: {
      trigger: "axis",
      confine: true,
      valueFormatter: (value: unknown) => valueText(Number(value), plan.unit, locale),
    },
    xAxis: {
      type: "time",
      axisLabel: { ...text, hideOverlap: true },
      axisLine: { lineStyle: { color: token("--q-line") } },
    },
    yAxis: {
      type: "value",
      min: 0,
      minInterval: plan.unit === "count" ? 1 : undefined,
      splitNumber: 3,
      axisLabel: { ...text, formatter: (value: number) => valueText(value, plan.unit, locale) },
      splitLine: { lineStyle: { color: token("--q-line") } },
    },
    series: plan.lines.map((line, index) => ({
      type: "line",
      name: names[index],
      showSymbol: false,
      lineStyle: { width: 2 },
      data: samples.map((sample) => [sample.at, line.of(sample)]),
    })),
  };
}

/** Lines over time on a canvas. What they say stands as text beside it; here it is only drawn. */
export default function TimeChart(props: Props) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts | null>(null);
  useEffect(() => {
    if (!box.current) return;
    const made = init(box.current, null, { renderer: "canvas" });
    chart.current = made;
    const sizes = new ResizeObserver(() => made.resize());
    sizes.observe(box.current);
    return () => {
      sizes.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, []);
  useEffect(() => {
    chart.current?.setOption(option(props));
  });
  return <div ref={box} className={css.canvas} aria-hidden="true" />;
}
