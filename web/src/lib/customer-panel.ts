import type { ComponentType, LazyExoticComponent } from "react";

export interface CustomerPanelProps {
  conversationId: number;
  /** Puts a text into what is being written. */
  insert: (text: string) => void;
}

type Panel = LazyExoticComponent<ComponentType<CustomerPanelProps>>;
let panel: Panel | undefined;

/** Who a customer's thread is with, shown beside it. Called once by the app, which alone knows all modules. */
export function registerCustomerPanel(view: Panel) {
  panel = view;
}

export const customerPanel = () => panel;
