import { lazy } from "react";
import { registerCardViews } from "@/lib/card-views";

/** How each module shows its cards in conversations, by the card's type. Without one a card shows what it said when it was sent. */
export function wireCardViews() {
  registerCardViews({
    ding: lazy(() => import("@/features/ding/ding-card").then((module) => ({ default: module.DingCard }))),
  });
}
