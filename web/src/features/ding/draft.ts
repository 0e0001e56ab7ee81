import type { DingBody, DingRange, DingSource, LadderStep, Outsider, Recurrence } from "@/api/ding-types";
import type { Card, StoredFile } from "@/api/types";
import { isSound, ladderOf, type Preset } from "./ladder";

export interface Named {
  id: number;
  name: string;
}

/** Whom the sender has chosen, with the names to show. */
export interface Chosen {
  people: Card[];
  departments: Named[];
  roles: Named[];
  conversation: Named | null;
  /** Those who have not read this own message. */
  unreadOf: { conversation: number; seq: number } | null;
  phones: Outsider[];
}

export type When = "NOW" | "LATER" | "REPEAT";

export interface Draft {
  chosen: Chosen;
  text: string;
  attachment: StoredFile | null;
  recording: StoredFile | null;
  when: When;
  /** As the field has it, in the browser's zone: "2026-12-01T08:30". */
  sendAt: string;
  recurrence: Recurrence;
  preset: Preset;
  steps: LadderStep[];
  override: boolean;
  overrideReason: string;
}

export const NOBODY: Chosen = {
  people: [],
  departments: [],
  roles: [],
  conversation: null,
  unreadOf: null,
  phones: [],
};

const two = (value: number) => String(value).padStart(2, "0");

/** A moment as date and time fields write it. */
export function fieldTime(at: Date): string {
  return `${fieldDay(at)}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

export function fieldDay(at: Date): string {
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

export function emptyDraft(chosen: Chosen, now: Date): Draft {
  return {
    chosen,
    text: "",
    attachment: null,
    recording: null,
    when: "NOW",
    sendAt: fieldTime(new Date(now.getTime() + 60 * 60_000)),
    recurrence: {
      kind: "WORKDAYS",
      weekdays: ["MONDAY"],
      dayOfMonth: 1,
      time: "08:30",
      startsOn: fieldDay(now),
      endsOn: null,
    },
    preset: "COMPANY",
    steps: [],
    override: false,
    overrideReason: "",
  };
}

export function rangeOf(chosen: Chosen): DingRange {
  return {
    members: chosen.people.map((person) => person.id),
    departments: chosen.departments.map((department) => department.id),
    roles: chosen.roles.map((role) => role.id),
    conversation: chosen.conversation?.id ?? null,
    unreadOf: chosen.unreadOf,
    except: [],
    phones: chosen.phones,
  };
}

export function hasRecipients({ people, departments, roles, conversation, unreadOf, phones }: Chosen): boolean {
  const listed = people.length + departments.length + roles.length + phones.length;
  return listed > 0 || conversation !== null || unreadOf !== null;
}

export type DraftFlaw = "recipients" | "text" | "ladder" | "time" | "weekdays" | "reason";

/** What has still to be filled in, the first thing first. */
export function flawsOf(draft: Draft, now: Date): DraftFlaw[] {
  const flaws: DraftFlaw[] = [];
  if (!hasRecipients(draft.chosen)) flaws.push("recipients");
  if (draft.text.trim() === "" && draft.recording === null) flaws.push("text");
  if (draft.preset === "CUSTOM" && !isSound(draft.steps)) flaws.push("ladder");
  if (draft.when === "LATER" && !(Date.parse(draft.sendAt) > now.getTime())) flaws.push("time");
  if (draft.when === "REPEAT" && draft.recurrence.time === "") flaws.push("time");
  if (draft.when === "REPEAT" && draft.recurrence.kind === "WEEKLY" && draft.recurrence.weekdays.length === 0)
    flaws.push("weekdays");
  if (draft.override && draft.overrideReason.trim() === "") flaws.push("reason");
  return flaws;
}

export function bodyOf(draft: Draft, key: string, source: DingSource): DingBody {
  const text = draft.text.trim();
  return {
    key,
    text: text === "" ? null : text,
    recordingId: draft.recording?.id ?? null,
    attachmentId: draft.attachment?.id ?? null,
    range: rangeOf(draft.chosen),
    ladder: ladderOf(draft.preset, draft.steps),
    sendAt: draft.when === "LATER" && draft.sendAt !== "" ? new Date(draft.sendAt).toISOString() : null,
    overrideReason: draft.override ? draft.overrideReason.trim() || null : null,
    source,
  };
}

export function recurrenceOf({ recurrence }: Draft): Recurrence {
  return {
    ...recurrence,
    weekdays: recurrence.kind === "WEEKLY" ? recurrence.weekdays : [],
    dayOfMonth: recurrence.kind === "MONTHLY" ? recurrence.dayOfMonth : null,
  };
}

const PHONES_MAX = 200;

/** Lines such as "13800138000 王师傅"; what holds no number is handed back to be mended. */
export function readPhones(text: string): { phones: Outsider[]; unclear: string[] } {
  const phones = new Map<string, Outsider>();
  const unclear: string[] = [];
  for (const line of text.split(/[\n;；]/)) {
    const words = line.trim();
    if (words === "") continue;
    const match = /\+?\d[\d\s()-]{4,24}\d/.exec(words);
    const phone = match?.[0].replace(/[\s()-]/g, "") ?? "";
    if (!match || !/^\+?\d{6,15}$/.test(phone)) unclear.push(words);
    else
      phones.set(phone, {
        phone,
        name: words
          .replace(match[0], "")
          .replace(/^[\s,，]+|[\s,，]+$/g, "")
          .slice(0, 64),
      });
  }
  return { phones: [...phones.values()].slice(0, PHONES_MAX), unclear };
}
