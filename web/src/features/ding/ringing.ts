import { create } from "zustand";
import type { Ding, DingShare } from "@/api/ding-types";

export const LATER_MS = 5 * 60_000;

/** One DING that asks for a confirmation: mine, or of somebody I stand in for. */
export interface Alarm {
  ding: Ding;
  share: DingShare;
}

interface Ringing {
  waiting: Ding[];
  /** Put off by the person: DING → when it rings again (ms since 1970). */
  later: Record<number, number>;
}

/** What rings on this device. Lives as long as the page: after a reload everything unconfirmed rings again. */
export const useRinging = create<Ringing>(() => ({ waiting: [], later: {} }));

export function putOff(id: number, now: number) {
  useRinging.setState((store) => ({ later: { ...store.later, [id]: now + LATER_MS } }));
}

/** A reminder, or the next step of the ladder, rings at once. */
export function ringAgain(id: number) {
  useRinging.setState(({ later: { [id]: _gone, ...rest } }) => ({ later: rest }));
}

/** The share that has to be confirmed; null when quiet hours postpone it or nothing waits. */
export function waitingShare(ding: Ding): DingShare | null {
  if (ding.recalledAt) return null;
  const rings = (share: DingShare | null | undefined) => share?.state === "WAITING" && share.alertedAt !== null;
  if (ding.mine && rings(ding.mine)) return ding.mine;
  return ding.standIns.find(rings) ?? null;
}

/** What rings now, the oldest first. */
export function alarms({ waiting, later }: Ringing, now: number): Alarm[] {
  return waiting
    .flatMap((ding) => {
      const share = waitingShare(ding);
      return share && (later[ding.id] ?? 0) <= now ? [{ ding, share }] : [];
    })
    .sort((one, other) => one.ding.id - other.ding.id);
}

/** When something that was put off rings again; null when nothing was. */
export function nextRing({ waiting, later }: Ringing, now: number): number | null {
  const times = waiting.map((ding) => later[ding.id] ?? 0).filter((at) => at > now);
  return times.length === 0 ? null : Math.min(...times);
}
