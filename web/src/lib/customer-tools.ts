import type { ComponentType, LazyExoticComponent } from "react";
import type { CustomerPanelProps } from "./customer-panel";

type Tool = LazyExoticComponent<ComponentType<CustomerPanelProps>>;
export type CustomerTool = "materials" | "products";
let tools: Partial<Record<CustomerTool, Tool>> = {};

/** What else is at hand beside a customer's thread. Called once by the app, which alone knows all modules. */
export function registerCustomerTools(all: Record<CustomerTool, Tool>) {
  tools = all;
}

export const customerTool = (name: CustomerTool) => tools[name];
