import type { AttachedView } from "@/api/attachment-types";
import type { Card } from "@/api/types";
import type { ContactWay, OfficeHours, WayBody, WayWelcome, Weekday } from "@/api/way-types";
import { bodiesOf, type Item, itemsOf } from "@/ui/attachments/items";

export const WEEKDAYS: readonly Weekday[] = [
  "MONDAY",
  "TUESDAY",
  "WEDNESDAY",
  "THURSDAY",
  "FRIDAY",
  "SATURDAY",
  "SUNDAY",
];
export const WORKDAYS = WEEKDAYS.slice(0, 5);
export const DAYS_LONGEST = 14;

/** KEEP: a code that exists ends when it did before, or never. */
export type Life = "KEEP" | "DAYS" | "EVER";

export interface WelcomeDraft {
  text: string;
  items: Item[];
}

export interface HoursDraft extends OfficeHours {
  key: number;
}

export interface SlotDraft extends HoursDraft {
  members: number[];
}

export interface WayPerson {
  card: Card;
  /** Customers a day at most; null: no limit. */
  cap: number | null;
}

/** A code as it is being written. */
export interface WayDraft {
  title: string;
  remark: string;
  state: string;
  people: WayPerson[];
  slots: SlotDraft[];
  backups: number[];
  tags: string[];
  needs: string[];
  welcome: WelcomeDraft;
  skipVerify: boolean;
  exclusive: boolean;
  life: Life;
  lifeDays: number;
  /** Of the code that was seen; null for a new one. */
  version: number | null;
}

/** "09:00:00" as a field for times wants it. */
const minutes = (time: string) => time.slice(0, 5);

export function hoursDrafts<T extends OfficeHours>(hours: readonly T[]): (T & { key: number })[] {
  return hours.map((each, key) => ({
    ...each,
    key,
    days: WEEKDAYS.filter((day) => each.days.includes(day)),
    from: minutes(each.from),
    until: minutes(each.until),
  }));
}

export function hoursBody<T extends HoursDraft>(drafts: readonly T[]): Omit<T, "key">[] {
  return drafts.map(({ key: _, ...hours }) => hours);
}

export const freshKey = (rows: readonly { key: number }[]) => Math.max(-1, ...rows.map(({ key }) => key)) + 1;

export function welcomeDraft(welcome: WayWelcome | null | undefined, attached: AttachedView[]): WelcomeDraft {
  return { text: welcome?.text ?? "", items: itemsOf(welcome?.attachments ?? [], attached) };
}

export function welcomeBody({ text, items }: WelcomeDraft): WayWelcome | null {
  const attachments = bodiesOf(items);
  return text.trim() === "" && attachments.length === 0 ? null : { text, attachments };
}

export function draftOf(way: ContactWay | null): WayDraft {
  const content = way?.content;
  const cards = new Map(way?.people.map((card) => [card.id, card]));
  return {
    title: way?.title ?? "",
    remark: way?.remark ?? "",
    state: way?.state ?? "",
    people:
      content?.people.flatMap(({ memberId, cap }) => {
        const card = cards.get(memberId);
        return card ? [{ card, cap }] : [];
      }) ?? [],
    slots: hoursDrafts(content?.slots ?? []),
    backups: content?.backups ?? [],
    tags: content?.tags ?? [],
    needs: content?.needs ?? [],
    welcome: welcomeDraft(content?.welcome, way?.attached ?? []),
    skipVerify: content?.skipVerify ?? true,
    exclusive: content?.exclusive ?? false,
    life: way ? "KEEP" : "EVER",
    lifeDays: 7,
    version: way?.version ?? null,
  };
}

export function bodyOf(draft: WayDraft): WayBody {
  const { title, remark, state, people, slots, welcome, life, lifeDays, version, ...rest } = draft;
  return {
    title: title.trim(),
    remark: remark.trim(),
    state: state.trim(),
    content: {
      ...rest,
      people: people.map(({ card, cap }) => ({ memberId: card.id, cap })),
      slots: hoursBody(slots),
      welcome: welcomeBody(welcome),
    },
    days: life === "KEEP" ? null : life === "DAYS" ? lifeDays : 0,
    version,
  };
}

/** Other people behind the code; who stays keeps the cap, who goes leaves the slots. */
export function withPeople(draft: WayDraft, cards: readonly Card[]): WayDraft {
  const ids = new Set(cards.map(({ id }) => id));
  const caps = new Map(draft.people.map(({ card, cap }) => [card.id, cap]));
  return {
    ...draft,
    people: cards.map((card) => ({ card, cap: caps.get(card.id) ?? null })),
    slots: draft.slots.map((slot) => ({ ...slot, members: slot.members.filter((id) => ids.has(id)) })),
  };
}

/** Whom no slot names although there are slots: they get nobody, unless they stand in for others. */
export function unplanned({ people, slots, backups }: WayDraft): Card[] {
  if (slots.length === 0) return [];
  const planned = new Set([...slots.flatMap(({ members }) => members), ...backups]);
  return people.map(({ card }) => card).filter(({ id }) => !planned.has(id));
}

export type HoursFlaw = "days" | "times" | "members";

/** @param overnight whether an end before the beginning lies on the next day */
export function hoursFlaw(hours: OfficeHours, overnight: boolean): HoursFlaw | null {
  const { days, from, until } = hours;
  if (days.length === 0) return "days";
  if (from === "" || until === "") return "times";
  if (until === "00:00" || from < until || (overnight && from > until)) return null;
  return "times";
}

export function slotFlaw(slot: SlotDraft): HoursFlaw | null {
  return hoursFlaw(slot, true) ?? (slot.members.length === 0 ? "members" : null);
}

/** Whether the end is on the day after the beginning. */
export const isOvernight = ({ from, until }: OfficeHours) => until !== "00:00" && until !== "" && from > until;

export function isSound(draft: WayDraft): boolean {
  return draft.title.trim() !== "" && draft.people.length > 0 && draft.slots.every((slot) => slotFlaw(slot) === null);
}
