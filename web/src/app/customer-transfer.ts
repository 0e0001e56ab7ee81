import { lazy } from "react";
import { bringHandoverWords } from "@/features/customer-handover/handover-words";
import { registerCustomerTransfer } from "@/lib/customer-transfer";

registerCustomerTransfer(
  lazy(async () => {
    await bringHandoverWords();
    return import("@/features/customer-handover/transfer-button");
  }),
);
