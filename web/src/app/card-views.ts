import { lazy } from "react";
import { bringApprovalWords } from "@/features/approval/approval-words";
import { bringCustomerWords } from "@/features/customer/customer-words";
import { bringForeignWords } from "@/features/foreign-task/foreign-words";
import { bringReportWords } from "@/features/report/report-words";
import { registerCardViews } from "@/lib/card-views";
import { registerCustomerPanel } from "@/lib/customer-panel";
import { bringFormWords } from "@/ui/forms/form-words";

/** How customers are shown beside their threads. */
export function wireCustomerPanel() {
  registerCustomerPanel(
    lazy(async () => {
      await Promise.all([bringCustomerWords(), bringFormWords(), import("./customer-transfer")]);
      return import("@/features/customer/chat-panel");
    }),
  );
}

/** How each module shows its cards in conversations, by the card's type. Without one a card shows what it said when it was sent. */
export function wireCardViews() {
  registerCardViews({
    approval: lazy(async () => {
      await bringApprovalWords();
      const { ApprovalCard } = await import("@/features/approval/approval-card");
      return { default: ApprovalCard };
    }),
    report: lazy(async () => {
      await bringReportWords();
      const { ReportCard } = await import("@/features/report/report-card");
      return { default: ReportCard };
    }),
    "foreign-task": lazy(async () => {
      await bringForeignWords();
      const { ForeignTaskCard } = await import("@/features/foreign-task/task-card");
      return { default: ForeignTaskCard };
    }),
    ding: lazy(() => import("@/features/ding/ding-card").then((module) => ({ default: module.DingCard }))),
  });
}
