import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { listenToHints } from "@/api/hints";
import { approvalsKey } from "./approval-summary";

/** A busy company moves often: what is shown is fetched anew at most so often. */
const LOOK_MS = 400;

/** Keeps badge, lists and details true as long as the shell stands. */
export function ApprovalLive() {
  const cache = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void cache.invalidateQueries({ queryKey: approvalsKey });
      }, LOOK_MS);
    };
    const stop = listenToHints("approval", { onHint: look, onConnected: look });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [cache]);
  return null;
}
