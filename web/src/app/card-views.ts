import { registerCardViews } from "@/lib/card-views";

/**
 * How each module shows its cards in conversations: type → lazy component with {@link CardViewProps}, as
 * `approval: lazy(() => import("@/features/approval/approval-card"))`. Without one a card shows what it said when it was sent.
 */
export function wireCardViews() {
  registerCardViews({});
}
