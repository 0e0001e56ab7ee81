import { readStored, storedNames, writeStored } from "@/lib/storage";
import { dropFile } from "./kept-files";

/**
 * What this device keeps between visits: for each company the guest's token, and which company stands behind a code. Where storage is
 * forbidden (a private window, a frame without it) everything lasts as long as the page.
 */
const memory = new Map<string, unknown>();

function read<T>(name: string): T | null {
  return (memory.get(name) as T | undefined) ?? readStored<T>(name);
}

function write(name: string, value: unknown) {
  if (value === null) memory.delete(name);
  else memory.set(name, value);
  writeStored(name, value);
}

export const tokenOf = (orgId: number) => read<string>(`visit.token.${orgId}`);

/** Whoever comes or goes, nobody has asked yet to be told of answers on this device, and nothing of who was here before stays. */
export function keepToken(orgId: number, token: string | null) {
  forgetGuest(orgId);
  write(`visit.token.${orgId}`, token);
  keepPush(orgId, null);
}

/** What he saw and what he wrote is gone; drafts of other companies too, for they do not say whose they are. */
export function forgetGuest(orgId: number) {
  for (const name of storedNames("visit.")) {
    const outgoing = name.startsWith(`visit.outbox.${orgId}.`);
    if (outgoing) void dropFile(name.slice(name.lastIndexOf(".") + 1));
    if (outgoing || name.startsWith("visit.draft.") || name === `visit.copy.${orgId}`) write(name, null);
  }
  for (const name of memory.keys()) if (name.startsWith("visit.draft.")) memory.delete(name);
  void globalThis.caches?.delete("qiao-visit");
}

export const companyOf = (code: string) => read<number>(`visit.code.${code}`);

export function keepCompany(code: string, orgId: number) {
  if (companyOf(code) !== orgId) write(`visit.code.${code}`, orgId);
}

export const draftOf = (conversation: number) => read<string>(`visit.draft.${conversation}`) ?? "";

export function keepDraft(conversation: number, text: string) {
  write(`visit.draft.${conversation}`, text === "" ? null : text);
}

/** He has asked to be erased: when his token is no good any more, that is why. */
export const isLeaving = (orgId: number) => read<boolean>(`visit.leaving.${orgId}`) === true;

export function keepLeaving(orgId: number, leaving: boolean) {
  if (isLeaving(orgId) !== leaving) write(`visit.leaving.${orgId}`, leaving || null);
}

/** The server's number for this device, where the customer has asked to be told of answers on it. */
export const keptPush = (orgId: number) => read<number>(`visit.push.${orgId}`);

export function keepPush(orgId: number, id: number | null) {
  write(`visit.push.${orgId}`, id);
}

/** Whether he is still to be asked, once on a device. */
export const asksForPush = (orgId: number) => keptPush(orgId) === null && read("visit.pushNote") !== "over";

export function dropPushNote() {
  write("visit.pushNote", "over");
}
