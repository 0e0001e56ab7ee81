const TABS = ["leavers", "incoming", "outgoing", "managed", "statistics", "audit", "settings"] as const;

export type HandoverTab = (typeof TABS)[number];

export function isTab(text: unknown): text is HandoverTab {
  return TABS.includes(text as HandoverTab);
}
