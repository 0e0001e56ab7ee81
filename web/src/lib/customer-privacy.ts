import type { ComponentType, LazyExoticComponent } from "react";

export interface CustomerPrivacyProps {
  customer: { id: number; name: string };
}

type Part = LazyExoticComponent<ComponentType<CustomerPrivacyProps>>;
let part: Part | undefined;

/** What a customer agreed to and asked for, in his profile. Called once by the app, which alone knows all modules. */
export function registerCustomerPrivacy(view: Part) {
  part = view;
}

export const customerPrivacy = () => part;
