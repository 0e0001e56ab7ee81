import { readStored, writeStored } from "@/lib/storage";
import { type Draft, EMPTY_DRAFT, useMessaging } from "./store";

const SAVE_MS = 400;
let name = "drafts";
let timer: ReturnType<typeof setTimeout> | undefined;
/** Of these this window has something newer than what is stored; the others may be another window's. */
let changed: Record<number, Draft | undefined> = {};

/** What was being written, kept on this device for each company and person. */
export function restoreDrafts(orgId: number, me: number) {
  name = `drafts.${orgId}.${me}`;
  useMessaging.setState({ drafts: readStored<Record<number, Draft>>(name) ?? {} });
}

export function useDraft(id: number): Draft {
  return useMessaging((store) => store.drafts[id] ?? EMPTY_DRAFT);
}

export function changeDraft(id: number, change: Partial<Draft> | null) {
  useMessaging.setState((store) => {
    const { [id]: held, ...others } = store.drafts;
    const next = change === null ? null : { ...(held ?? EMPTY_DRAFT), ...change };
    const empty = next === null || (next.text === "" && next.replyTo === null);
    changed[id] = empty ? undefined : next;
    return { drafts: empty ? others : { ...others, [id]: next } };
  });
  clearTimeout(timer);
  timer = setTimeout(save, SAVE_MS);
}

function save() {
  writeStored(name, { ...readStored<Record<number, Draft>>(name), ...changed });
  changed = {};
}
