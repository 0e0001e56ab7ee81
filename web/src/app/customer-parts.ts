import { lazy } from "react";
import { registerCustomerPrivacy } from "@/lib/customer-privacy";
import { registerCustomerTransfer } from "@/lib/customer-transfer";
import { bringHandoverWords, bringPrivacyWords, together } from "./words";

registerCustomerTransfer(
  lazy(() => together(import("@/features/customer-handover/transfer-button"), bringHandoverWords())),
);
registerCustomerPrivacy(lazy(() => together(import("@/features/customer-privacy/privacy-part"), bringPrivacyWords())));
