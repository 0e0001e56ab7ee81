import { useEffect, useEffectEvent, useRef } from "react";

const AGAIN_MS = 3_000;

/**
 * Asks for more while the end of a list is in sight. What was refused, or had no network, leaves the end where it was: it is asked
 * for again only after a while.
 */
export function useAtEnd(atEnd: boolean, count: number, more: () => unknown) {
  const asked = useRef(-1);
  const ask = useEffectEvent(() => void more());
  useEffect(() => {
    if (!atEnd) return;
    if (asked.current !== count) {
      asked.current = count;
      ask();
    }
    const timer = setInterval(() => ask(), AGAIN_MS);
    return () => clearInterval(timer);
  }, [atEnd, count]);
}
