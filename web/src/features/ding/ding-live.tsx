import { lazy, Suspense, useEffect, useState } from "react";
import { alarms, nextRing, useRinging } from "./ringing";
import { useDingLive } from "./use-ding-live";

const DingAlert = lazy(() => import("./ding-alert").then((module) => ({ default: module.DingAlert })));

/** Keeps DINGs alive as long as the shell stands, and rings over whatever page is open. */
export function DingLive() {
  useDingLive();
  const ringing = useRinging();
  const now = useRingTime();
  const waiting = alarms(ringing, now);
  const first = waiting[0];
  return (
    <Suspense>
      {first && (
        <DingAlert key={`${first.ding.id}-${first.share.recipientId}`} alarm={first} more={waiting.length - 1} />
      )}
    </Suspense>
  );
}

/** The time, anew when something that was put off rings again. */
function useRingTime(): number {
  const [now, setNow] = useState(() => Date.now());
  const store = useRinging();
  useEffect(() => {
    const at = Date.now();
    setNow(at);
    const next = nextRing(store, at);
    if (next === null) return;
    const timer = setTimeout(() => setNow(Date.now()), next - at + 50);
    return () => clearTimeout(timer);
  }, [store]);
  return now;
}
