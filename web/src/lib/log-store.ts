import type { ConversationLog } from "./log";
import type { Outgoing } from "./outgoing";

interface Held {
  logs: Record<number, ConversationLog>;
  outbox: Outgoing[];
}

interface Store {
  setState: (change: (held: Held) => Partial<Held>) => void;
}

/** How a store holds conversations and the messages on their way. */
export function logStore(store: Store) {
  return {
    /** Replaces one conversation through a reducer; nothing happens when it is not held. */
    changeLog(id: number, change: (log: ConversationLog) => ConversationLog) {
      store.setState((before) => {
        const held = before.logs[id];
        if (!held) return before;
        const next = change(held);
        return next === held ? before : { logs: { ...before.logs, [id]: next } };
      });
    },
    putLog(id: number, change: (held: ConversationLog | undefined) => ConversationLog) {
      store.setState(({ logs }) => ({ logs: { ...logs, [id]: change(logs[id]) } }));
    },
    forgetLog(id: number) {
      store.setState(({ logs: { [id]: _gone, ...logs } }) => ({ logs }));
    },
    /** Changes one message on its way; null takes it out. */
    changeOutgoing(key: string, change: Partial<Outgoing> | null) {
      store.setState(({ outbox }) => ({
        outbox: outbox.flatMap((each) => {
          if (each.key !== key) return [each];
          return change === null ? [] : [{ ...each, ...change }];
        }),
      }));
    },
  };
}
