import { useEffect, useState } from "react";
import { changed, type History, redone, startHistory, undone } from "./history";

export interface Editing<T> {
  now: T;
  change: (update: (now: T) => T, group?: string) => void;
  undo: () => void;
  redo: () => void;
  canUndo: boolean;
  canRedo: boolean;
  /** Forgets what was: after another state was loaded or saved elsewhere. */
  restart: (now: T) => void;
}

/** Editing with undo and redo; the keys of the system work while no text field has the focus. */
export function useHistory<T>(first: T | (() => T)): Editing<T> {
  const [history, setHistory] = useState<History<T>>(() =>
    startHistory(typeof first === "function" ? (first as () => T)() : first),
  );
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z" || writes(event.target)) return;
      event.preventDefault();
      setHistory(event.shiftKey ? redone : undone);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
  return {
    now: history.now,
    change: (update, group) => setHistory((before) => changed(before, update(before.now), group ?? null)),
    undo: () => setHistory(undone),
    redo: () => setHistory(redone),
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    restart: (now) => setHistory(startHistory(now)),
  };
}

function writes(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (/^(INPUT|TEXTAREA)$/.test(target.tagName) || target.isContentEditable);
}
