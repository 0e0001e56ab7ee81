import { queryOptions } from "@tanstack/react-query";
import { api } from "./http";

export const TELL_WHAT = ["ALL", "MENTIONS", "NOTHING"] as const;
export type TellWhat = (typeof TELL_WHAT)[number];

export const DAYS = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"] as const;
export type Day = (typeof DAYS)[number];

/** @see org.qiao.messagenotice.OwnHours */
export interface WorkHours {
  days: Day[];
  from: string;
  until: string;
  zone: string | null;
}

/** @see org.qiao.messagenotice.TellSettings */
export interface TellSettings {
  what: TellWhat;
  hours: WorkHours | null;
  mutedMentions: boolean;
  preview: boolean;
  digest: boolean;
  digestAt: string;
}

export interface TellView {
  settings: TellSettings;
  own: boolean;
  quietUntil: string | null;
  previewHidden: boolean;
  mail: boolean;
  address: boolean;
  zone: string;
}

export interface CompanyTelling {
  standard: TellSettings;
  hidePreview: boolean;
  awayHours: number;
}

export const getTelling = () => api.get<TellView>("/api/message-notices");

/** What this person is told while he does not look; the server judges pushes by it, the page its own notifications. */
export const tellQuery = queryOptions({
  queryKey: ["message-notices"],
  queryFn: getTelling,
  staleTime: 300_000,
});
