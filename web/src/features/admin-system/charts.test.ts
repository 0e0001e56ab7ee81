import { expect, it } from "vitest";
import { CHARTS, summary } from "./charts";
import { valueText } from "./format";
import { joined, KEPT, type Sample } from "./use-system";

function sample(at: number, connections = 0): Sample {
  return {
    at,
    connections,
    rates: { sends: 0, acks: 0, deliveries: 0, framesIn: 0 },
    times: { ackP50: 0, ackP99: 0, databaseP50: 0, databaseP99: 0, batch: 0 },
    queues: { lanes: 0, workers: 0, callbacks: 0, outbox: 0, pool: 0, poolWaiting: 0 },
    memory: { heap: 0, direct: 0, resident: 0, database: 0 },
    cpu: { server: 0, database: 0 },
  };
}

it("adds only what is new and forgets what is older than the server's memory", () => {
  const known = [sample(1), sample(2)];
  expect(joined(known, [sample(2), sample(3)]).map((each) => each.at)).toEqual([1, 2, 3]);
  const many = Array.from({ length: KEPT + 5 }, (_, index) => sample(index + 1));
  expect(joined([], many)).toHaveLength(KEPT);
});

it("tells a line in three numbers, and 0 when there is nothing yet", () => {
  const line = CHARTS.find((chart) => chart.name === "connections")?.lines[0];
  if (!line) throw new Error("no such chart");
  expect(summary(line, [sample(1, 10), sample(2, 30), sample(3, 20)])).toEqual({ now: 20, mean: 20, most: 30 });
  const idle = [sample(1, 10), sample(2, 0)];
  expect(summary(line, idle, "ms")).toEqual({ now: 0, mean: 10, most: 10 });
  expect(summary(line, [])).toEqual({ now: 0, mean: 0, most: 0 });
});

it("writes values with their unit", () => {
  expect(valueText(1234.5, "rate", "en-US")).toBe("1,235/s");
  expect(valueText(0.256, "ms", "en-US")).toBe("0.26 ms");
  expect(valueText(3, "count", "en-US")).toBe("3");
  expect(valueText(1.5 * 1024 * 1024, "bytes", "en-US")).toBe("1.5 MB");
});
