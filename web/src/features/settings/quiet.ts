export const QUIETS = ["quietHour", "quietMorning", "quietMonday"] as const;
export type Quiet = (typeof QUIETS)[number];

const MORNING = 9;

/** When a choice ends, in the time of this device. */
export function quietUntil(choice: Quiet, now: Date): Date {
  if (choice === "quietHour") return new Date(now.getTime() + 3_600_000);
  const end = new Date(now);
  end.setHours(MORNING, 0, 0, 0);
  const ahead = choice === "quietMorning" ? 1 : (8 - end.getDay()) % 7 || 7;
  end.setDate(end.getDate() + ahead);
  return end;
}
