import { CHANNELS, type Channel, type Usage } from "./use-notice";

const DAY_MS = 24 * 60 * 60_000;

const DAYS_MIN = 14;

/** From the first day with anything to the last, none left out, at least two weeks; oldest first. */
export function daysOf(usage: readonly Usage[]): string[] {
  const days = usage.map(({ day }) => Date.parse(`${day}T00:00:00Z`));
  if (days.length === 0) return [];
  const last = Math.max(...days);
  const count = Math.max(DAYS_MIN, Math.round((last - Math.min(...days)) / DAY_MS) + 1);
  return Array.from({ length: count }, (_, index) =>
    new Date(last - (count - 1 - index) * DAY_MS).toISOString().slice(0, 10),
  );
}

/** Units of each channel on each day; channels that did nothing are left out. */
export function unitsByChannel(
  usage: readonly Usage[],
  days: readonly string[],
): { channel: Channel; values: number[] }[] {
  return CHANNELS.map((channel) => ({
    channel,
    values: days.map((day) => usage.find((each) => each.day === day && each.channel === channel)?.units ?? 0),
  })).filter(({ channel }) => usage.some((each) => each.channel === channel));
}

export type Sum = Omit<Usage, "day" | "channel">;

/** All days and channels together. */
export function sum(usage: readonly Usage[]): Sum {
  return usage.reduce<Sum>(
    (all, each) => ({
      sent: all.sent + each.sent,
      delivered: all.delivered + each.delivered,
      failed: all.failed + each.failed,
      units: all.units + each.units,
      costFen: all.costFen + each.costFen,
    }),
    { sent: 0, delivered: 0, failed: 0, units: 0, costFen: 0 },
  );
}
