const TABS = ["mine", "tasks", "all", "settings"] as const;

export type MassTab = (typeof TABS)[number];

export function isMassTab(text: unknown): text is MassTab {
  return TABS.includes(text as MassTab);
}
