/** A state with its past: what was done can be undone and done again. */
export interface History<T> {
  past: T[];
  now: T;
  future: T[];
  /** What the last change belongs to: changes of one kind in a row (letters of one word) are one step. */
  group: string | null;
}

const MOST_STEPS = 100;

export function startHistory<T>(now: T): History<T> {
  return { past: [], now, future: [], group: null };
}

export function changed<T>(history: History<T>, next: T, group: string | null = null): History<T> {
  if (Object.is(next, history.now)) return history;
  if (group !== null && group === history.group && history.past.length > 0) {
    return { ...history, now: next, future: [] };
  }
  return { past: [...history.past, history.now].slice(-MOST_STEPS), now: next, future: [], group };
}

export function undone<T>(history: History<T>): History<T> {
  const last = history.past.at(-1);
  if (last === undefined) return history;
  return { past: history.past.slice(0, -1), now: last, future: [history.now, ...history.future], group: null };
}

export function redone<T>(history: History<T>): History<T> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.now], now: next, future, group: null };
}
