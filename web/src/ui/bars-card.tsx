import { DayChart, type DayChartProps } from "./charts/day-chart";

/** Stacked bars, one for each day, with their numbers as a table behind a toggle. */
export function BarsCard(props: Omit<DayChartProps, "kind">) {
  return <DayChart kind="bar" {...props} />;
}
