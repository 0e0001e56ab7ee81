import { useEffect, useState } from "react";
import { isRefusal, type PushState, pushState, switchPushOff, switchPushOn } from "./push";
import { useAttempt } from "./use-attempt";
import { troubleText } from "./words";

/** Whether this device is told of answers, and the switch for it. */
export function usePush(orgId: number) {
  const [state, setState] = useState<PushState | null>(null);
  const { attempt, busy, alert } = useAttempt((t, error) =>
    isRefusal(error) ? t(`push.${error.why}`) : troubleText(t, error),
  );
  useEffect(() => {
    let gone = false;
    pushState(orgId).then(
      (now) => gone || setState(now),
      () => undefined, // offline: asked again when it is opened the next time
    );
    return () => {
      gone = true;
    };
  }, [orgId]);
  const change = (on: boolean) =>
    void attempt(async () => {
      await (on ? switchPushOn(orgId) : switchPushOff(orgId));
      setState(on ? "on" : "off");
    });
  return { state, change, busy, alert };
}
