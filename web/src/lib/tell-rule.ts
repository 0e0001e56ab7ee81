import type { Day, TellView, WorkHours } from "@/api/tell";

export interface Piece {
  direct: boolean;
  mentioned: boolean;
  muted: boolean;
}

const NAMES: Record<string, Day> = {
  Mon: "MONDAY",
  Tue: "TUESDAY",
  Wed: "WEDNESDAY",
  Thu: "THURSDAY",
  Fri: "FRIDAY",
  Sat: "SATURDAY",
  Sun: "SUNDAY",
};

/** The day and the time "09:05" in a zone. */
function local(now: Date, zone: string): { day: Day; time: string } {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  const parts = Object.fromEntries(format.formatToParts(now).map(({ type, value }) => [type, value]));
  return { day: NAMES[parts.weekday ?? ""] ?? "MONDAY", time: `${parts.hour}:${parts.minute}` };
}

function within({ days, from, until, zone }: WorkHours, now: Date, company: string): boolean {
  const [start, end] = [from.slice(0, 5), until.slice(0, 5)];
  const here = local(now, zone ?? company);
  const today = days.includes(here.day);
  if (start < end) return today && here.time >= start && here.time < end;
  const before = local(new Date(now.getTime() - 86_400_000), zone ?? company);
  return (today && here.time >= start) || (days.includes(before.day) && here.time < end);
}

/** As TellRule on the server decides for pushes, but for this moment only: a page that is open holds nothing back for later. */
export function isTold({ settings, quietUntil, zone }: TellView, piece: Piece, now: Date = new Date()): boolean {
  if (settings.what === "NOTHING") return false;
  if (piece.muted && !(piece.mentioned && settings.mutedMentions)) return false;
  if (settings.what === "MENTIONS" && !piece.direct && !piece.mentioned) return false;
  if (quietUntil !== null && new Date(quietUntil) > now) return false;
  return settings.hours === null || within(settings.hours, now, zone);
}
