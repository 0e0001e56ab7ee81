import { lazy } from "react";
import { registerCustomerWait } from "@/lib/customer-wait";
import { bringCareWords, together } from "./words";

registerCustomerWait(lazy(() => together(import("@/features/customer-care/wait-strip"), bringCareWords())));
