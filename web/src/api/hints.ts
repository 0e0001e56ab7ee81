import type { Frame } from "./socket";

/** What a module other than messaging hears over the one socket: "look again", never the truth itself. */
export interface HintListener {
  onHint: (frame: Frame) => void;
  /** Connected (again): hints may have been lost. */
  onConnected: () => void;
}

const listeners = new Map<string, Set<HintListener>>();

/** Listens to all frames with this `t`, until the returned function is called. */
export function listenToHints(topic: string, listener: HintListener): () => void {
  const all = listeners.get(topic) ?? new Set();
  listeners.set(topic, all.add(listener));
  return () => all.delete(listener);
}

export function passHint(frame: Frame) {
  for (const listener of listeners.get(frame.t) ?? []) listener.onHint(frame);
}

export function tellConnected() {
  for (const all of listeners.values()) for (const listener of all) listener.onConnected();
}
