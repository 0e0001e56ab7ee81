import type { Locale } from "@/api/types";
import { SERIES_COLOURS, token } from "@/ui/chart-style";
import type { ChartPlan } from "./charts";
import { valueText } from "./format";
import type { Sample } from "./use-system";

interface Input {
  plan: ChartPlan;
  samples: Sample[];
  names: string[];
  locale: Locale;
}

/** Lines over time. */
export function timeOption({ plan, samples, names, locale }: Input) {
  const text = { color: token("--q-secondary"), fontSize: 12 };
  return {
    animation: false,
    color: [...SERIES_COLOURS],
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
