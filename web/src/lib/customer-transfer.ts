import type { ComponentType, LazyExoticComponent } from "react";

export interface CustomerTransferProps {
  customer: { id: number; name: string };
  /** An open relation of the actor, or of somebody whom he leads. */
  relationId: number;
}

type Transfer = LazyExoticComponent<ComponentType<CustomerTransferProps>>;
let transfer: Transfer | undefined;

/** Gives a customer to a colleague, in his profile. Called once by the app, which alone knows all modules. */
export function registerCustomerTransfer(view: Transfer) {
  transfer = view;
}

export const customerTransfer = () => transfer;
