import type { ComponentType, LazyExoticComponent } from "react";

export interface CustomerWaitProps {
  conversationId: number;
}

type Wait = LazyExoticComponent<ComponentType<CustomerWaitProps>>;
let wait: Wait | undefined;

/** Says beside a thread that its customer waits for an answer. Called once by the app, which alone knows all modules. */
export function registerCustomerWait(view: Wait) {
  wait = view;
}

export const customerWait = () => wait;
