import { lazy } from "react";
import { registerCustomerTools } from "@/lib/customer-tools";
import { bringMaterialWords, together } from "./words";

registerCustomerTools({
  materials: lazy(() => together(import("@/features/customer-material/materials-panel"), bringMaterialWords())),
  products: lazy(() => together(import("@/features/customer-material/products-panel"), bringMaterialWords())),
});
