import { lazy } from "react";
import { registerCardViews } from "@/lib/card-views";
import { registerCustomerPanel } from "@/lib/customer-panel";
import { bringFormWords } from "@/ui/forms/form-words";
import {
  bringApprovalWords,
  bringCustomerWords,
  bringForeignWords,
  bringMaterialWords,
  bringReportWords,
  together,
} from "./words";

/** How customers are shown beside their threads. */
export function wireCustomerPanel() {
  registerCustomerPanel(
    lazy(() =>
      together(
        import("@/features/customer/chat-panel"),
        bringCustomerWords(),
        bringFormWords(),
        import("./customer-tools"),
        import("./customer-wait"),
        import("./customer-parts"),
      ),
    ),
  );
}

/** How each module shows its cards in conversations, by the card's type. Without one a card shows what it said when it was sent. */
export function wireCardViews() {
  registerCardViews({
    approval: lazy(async () => {
      const { ApprovalCard } = await together(import("@/features/approval/approval-card"), bringApprovalWords());
      return { default: ApprovalCard };
    }),
    report: lazy(async () => {
      const { ReportCard } = await together(import("@/features/report/report-card"), bringReportWords());
      return { default: ReportCard };
    }),
    "foreign-task": lazy(async () => {
      const { ForeignTaskCard } = await together(import("@/features/foreign-task/task-card"), bringForeignWords());
      return { default: ForeignTaskCard };
    }),
    product: lazy(async () => {
      const { ProductCard } = await together(import("@/features/customer-material/product-card"), bringMaterialWords());
      return { default: ProductCard };
    }),
    material: lazy(async () => {
      const { MaterialCard } = await together(
        import("@/features/customer-material/material-card"),
        bringMaterialWords(),
      );
      return { default: MaterialCard };
    }),
    ding: lazy(() => import("@/features/ding/ding-card").then((module) => ({ default: module.DingCard }))),
  });
}
