const TABS = ["hits", "statistics", "alerts", "reports", "rules", "archive", "looks", "setup"] as const;

export type GuardTab = (typeof TABS)[number];

export function isGuardTab(text: unknown): text is GuardTab {
  return TABS.includes(text as GuardTab);
}
