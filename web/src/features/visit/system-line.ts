import type { Entry } from "@/api/types";
import type { VisitMe } from "@/api/visit-types";
import { nameOf } from "./names";
import type { Say } from "./words";

/** One sentence about what happened in the thread, as the customer may know it. */
export function systemLine(entry: Entry, me: VisitMe | null, t: Say): string {
  const { event, by = entry.sender, members = [], erased } = entry.body;
  if (erased) return t("system.erased");
  const first = members.find((id) => !me?.ids.includes(id)) ?? by;
  const name = nameOf(me, first, t);
  switch (event) {
    case "MET":
      return t("system.opened", { name });
    case "JOINED":
    case "HANDED_OVER":
      return t("system.served", { name });
    case "LEFT":
    case "REMOVED":
      return t("system.unserved", { name });
    case "DISSOLVED":
      return t("system.closed");
    default:
      return t("system.other");
  }
}
