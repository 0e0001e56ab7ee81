import type { ComponentType, LazyExoticComponent } from "react";
import type { CardSummary } from "@/api/types";

export interface CardViewProps {
  card: CardSummary;
}

/** How a module shows its cards in a conversation: fetches what is so now, and looks again when a hint says so (`useHint`). */
export type CardView = LazyExoticComponent<ComponentType<CardViewProps>>;

const views = new Map<string, CardView>();

/** Called once by the app, which alone knows all modules. */
export function registerCardViews(all: Record<string, CardView>) {
  for (const [type, view] of Object.entries(all)) views.set(type, view);
}

export function cardView(type: string): CardView | undefined {
  return views.get(type);
}
