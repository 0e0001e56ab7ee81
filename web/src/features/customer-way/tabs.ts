export const WAY_TABS = ["settings", "statistics"] as const;
export type WayTab = (typeof WAY_TABS)[number];

export function isWayTab(value: unknown): value is WayTab {
  return WAY_TABS.some((tab) => tab === value);
}

export const FAREWELL_TABS = ["ended", "blocked"] as const;
export type FarewellTab = (typeof FAREWELL_TABS)[number];

export function isFarewellTab(value: unknown): value is FarewellTab {
  return FAREWELL_TABS.some((tab) => tab === value);
}
