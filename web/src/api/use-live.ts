import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { listenToHints } from "./hints";

/** Many things may move at once: what is shown is fetched anew at most so often. */
const LOOK_MS = 400;

/** Keeps everything below a key true while it is shown: looked at again on hints, and after a time without a connection. */
export function useLive(topic: string, queryKey: readonly string[]) {
  const cache = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void cache.invalidateQueries({ queryKey });
      }, LOOK_MS);
    };
    const stop = listenToHints(topic, { onHint: look, onConnected: look });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [cache, topic, queryKey]);
}
