import { useMemo, useState } from "react";
import type { ConversationLog } from "@/lib/log";
import { rowsOf } from "@/lib/rows";
import { useMessaging } from "./store";

/** The rows of an open conversation. Where reading stopped is fixed when it is opened. */
export function useHistoryRows(log: ConversationLog, me: number) {
  const { info, island, entries } = log;
  const [opened] = useState({ readSeq: info.readSeq, unread: info.unread });
  const outbox = useMessaging((store) => store.outbox);
  const own = useMemo(() => outbox.filter((each) => each.conversation === info.id), [outbox, info.id]);
  const rows = useMemo(
    () =>
      rowsOf({
        entries: island ?? entries,
        outbox: island ? [] : own,
        me,
        fromSeq: info.fromSeq,
        readSeq: opened.unread > 0 ? opened.readSeq : null,
      }),
    [island, entries, own, me, info.fromSeq, opened],
  );
  const unreadFrom = opened.unread > 0 ? { seq: opened.readSeq + 1, count: opened.unread } : null;
  return { rows, unreadFrom, outgoing: own.length };
}
