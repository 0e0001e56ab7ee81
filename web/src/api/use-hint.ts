import { useEffect, useEffectEvent } from "react";
import { listenToHints } from "./hints";

/** Looks again whenever this thing may have moved: on a hint about it, and after a time without a connection. */
export function useHint(topic: string, id: number, look: () => void) {
  const again = useEffectEvent(look);
  useEffect(
    () =>
      listenToHints(topic, {
        onHint: (frame) => {
          if (Number(frame.id) === id) again();
        },
        onConnected: () => again(),
      }),
    [topic, id],
  );
}
