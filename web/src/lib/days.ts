const DAY_MS = 24 * 60 * 60_000;

/** What clocks in a zone show at a moment, as if it were UTC. */
function wall(at: number, zone: string): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(at);
  const of = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"), of("second"));
}

/** The moment a day begins where the company is, some days later; null for no day. */
export function dayStart(day: string, zone: string, plusDays = 0): string | null {
  const wanted = Date.parse(`${day}T00:00:00Z`) + plusDays * DAY_MS;
  if (Number.isNaN(wanted)) return null;
  // The second look is for days on which clocks are changed.
  const near = wanted - (wall(wanted, zone) - wanted);
  return new Date(near - (wall(near, zone) - wanted)).toISOString();
}

/** Today where the company is: "2026-12-01". */
export function today(zone: string, now: Date = new Date()): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }).format(
    now,
  );
}

/** The days until this one, oldest first, this one included. */
export function daysUntil(last: string, count: number): string[] {
  const end = Date.parse(`${last}T00:00:00Z`);
  return Array.from({ length: count }, (_, index) =>
    new Date(end - (count - 1 - index) * DAY_MS).toISOString().slice(0, 10),
  );
}
