import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Ding, DingLine } from "@/api/ding-types";
import { listenToHints } from "@/api/hints";
import { api } from "@/api/http";
import type { Page } from "@/api/types";
import { ringAgain, useRinging } from "./ringing";
import { dingsKey, summaryQuery } from "./use-dings";

/** More than so many at once ring after the first ones are confirmed. */
const RING_MAX = 50;
/** A board with many people moves often: it is fetched anew at most so often. */
const LOOK_MS = 2_000;

/** What waits for my confirmation, as the rail's badge shows it. */
export function useWaiting(): number {
  return useQuery(summaryQuery).data?.waiting ?? 0;
}

/** Keeps badge, lists, boards and alarms true as long as the shell stands. */
export function useDingLive() {
  const cache = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let ended = false;
    let asked = 0;
    let shown = 0;
    const look = () => {
      timer = undefined;
      void cache.invalidateQueries({ queryKey: dingsKey });
    };
    const lookSoon = () => {
      timer ??= setTimeout(look, LOOK_MS);
    };
    const ring = async () => {
      const turn = ++asked;
      const waiting = await fetchWaiting();
      if (!waiting || ended || turn < shown) return; // older than what rings already
      shown = turn;
      useRinging.setState({ waiting });
    };
    const stop = listenToHints("ding", {
      onHint: (frame) => {
        if (frame.kind === "BOARD") {
          lookSoon();
          return;
        }
        if (frame.kind === "RECEIVED") ringAgain(Number(frame.id));
        if (frame.kind !== "COMMENT") void ring();
        look();
      },
      onConnected: () => {
        void ring();
        look();
      },
    });
    void ring();
    return () => {
      ended = true;
      clearTimeout(timer);
      stop();
      useRinging.setState({ waiting: [] });
    };
  }, [cache]);
}

/** Null when the server cannot be asked: what rings goes on ringing until it can. */
async function fetchWaiting(): Promise<Ding[] | null> {
  try {
    const page = await api.get<Page<DingLine>>("/api/dings", { box: "WAITING", limit: RING_MAX });
    const dings = new Map<number, Ding>();
    for (const { ding } of page.items) {
      const known = dings.get(ding.id);
      dings.set(
        ding.id,
        known ? { ...known, mine: known.mine ?? ding.mine, standIns: [...known.standIns, ...ding.standIns] } : ding,
      );
    }
    return [...dings.values()];
  } catch {
    return null;
  }
}
