import { useEffect, useMemo } from "react";
import { inOrder, totalUnread } from "@/lib/log";
import { useMessaging } from "./store";

export function useOrdered() {
  const logs = useMessaging((store) => store.logs);
  return useMemo(() => inOrder(Object.values(logs)), [logs]);
}

/** What the rail's badge shows. */
export function useUnreadTotal(): number {
  return useMessaging((store) => totalUnread(Object.values(store.logs)));
}

/** The number of unread messages in front of the window's title. */
export function useTitle(title: string) {
  const unread = useUnreadTotal();
  useEffect(() => {
    document.title = unread > 0 ? `(${unread > 99 ? "99+" : unread}) ${title}` : title;
  }, [unread, title]);
}
