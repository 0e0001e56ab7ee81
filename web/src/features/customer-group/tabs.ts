const PLACES = ["groups", "codes", "rules", "blocks", "statistics", "settings"] as const;
const PARTS = ["members", "notice", "answers", "log", "statistics"] as const;

/** Parts of the page of all groups. */
export type GroupsTab = (typeof PLACES)[number];

/** Parts of the page of one group. */
export type GroupTab = (typeof PARTS)[number];

export function isGroupsTab(text: unknown): text is GroupsTab {
  return PLACES.includes(text as GroupsTab);
}

export function isGroupTab(text: unknown): text is GroupTab {
  return PARTS.includes(text as GroupTab);
}
