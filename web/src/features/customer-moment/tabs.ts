export const TABS = ["MINE", "TASKS", "TEAM", "ALL", "COMPANY", "SETTINGS"] as const;
export type MomentTab = (typeof TABS)[number];

export const isTab = (value: unknown): value is MomentTab => TABS.some((each) => each === value);
