import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, TooltipComponent } from "echarts/components";
import { type ECharts, init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";

use([BarChart, LineChart, GridComponent, TooltipComponent, CanvasRenderer]);

interface Props {
  /** Built while drawing, so that it has the colours of the present theme. */
  option: () => Record<string, unknown>;
  className?: string;
}

/**
 * A chart on a canvas. What it says stands as text beside it; here it is only drawn. The one module with the drawing library: large,
 * so always `lazy(() => import("@/ui/canvas-chart"))`.
 */
export default function CanvasChart({ option, className }: Props) {
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
    chart.current?.setOption(option());
  });
  return <div ref={box} className={className} aria-hidden="true" />;
}
