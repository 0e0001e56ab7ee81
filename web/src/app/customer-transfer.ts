import { lazy } from "react";
import { registerCustomerTransfer } from "@/lib/customer-transfer";
import { bringHandoverWords, together } from "./words";

registerCustomerTransfer(
  lazy(() => together(import("@/features/customer-handover/transfer-button"), bringHandoverWords())),
);
