import { describe, expect, it } from "vitest";
import type { Translate } from "@/lib/i18n";
import { change, durationText, minutes } from "./durations";

const t = ((key: string, values: Record<string, number>) =>
  `${key.replace("care.time.", "")} ${Object.values(values).join(" ")}`) as unknown as Translate;

describe("durations", () => {
  it("are as exact as anybody wants to know them", () => {
    expect([0, 35, 60, 3599, 3600, 3900, 7190, 86_400, 200_000].map((each) => durationText(each, t))).toEqual([
      "seconds 0",
      "seconds 35",
      "minutes 1",
      "minutes 60",
      "hours 1",
      "hoursAndMinutes 1 5",
      "hours 2",
      "days 1",
      "days 2",
    ]);
  });

  it("compare with before only when there was something", () => {
    expect([change(12, 10), change(5, 10), change(5, 0), change(null, 3)]).toEqual([20, -50, null, null]);
  });

  it("have gaps where nobody answered", () => {
    expect([minutes(undefined), minutes(90), minutes(61)]).toEqual([null, 1.5, 1]);
  });
});
