import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { foreignTasksKey } from "@/api/foreign-tasks";
import { listenToHints } from "@/api/hints";
import { approvalsKey } from "./approval-summary";

/** A busy company moves often: what is shown is fetched anew at most so often. */
const LOOK_MS = 400;

/** Keeps badge, lists and details true as long as the shell stands: approvals, and what other systems ask for. */
export function ApprovalLive() {
  useLive("approval", approvalsKey);
  useLive("foreign-task", foreignTasksKey);
  return null;
}

function useLive(topic: string, queryKey: readonly string[]) {
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
