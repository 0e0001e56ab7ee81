import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { listenToHints } from "@/api/hints";
import { reportsKey } from "./report-summary";

/** On the evening of a deadline many send at once: what is shown is fetched anew at most so often. */
const LOOK_MS = 500;

/** Keeps the pages of reports true while one of them is open. */
export function useReportLive() {
  const cache = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void cache.invalidateQueries({ queryKey: reportsKey });
      }, LOOK_MS);
    };
    const stop = listenToHints("report", { onHint: look, onConnected: look });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [cache]);
}
