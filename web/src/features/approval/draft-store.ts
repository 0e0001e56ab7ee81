import type { Chosen } from "@/api/approval-types";
import type { FormValues } from "@/api/form-types";
import { readStored, writeStored } from "@/lib/storage";

/** What was filled in and not yet sent, on this device only. */
export interface Draft {
  /** Of the template; a draft of another version is offered all the same, the server checks. */
  version: number;
  /** Makes sending it twice harmless. */
  key: string;
  values: FormValues;
  chosen: Chosen;
}

export interface DraftPlace {
  org: number;
  member: number;
  template: number;
}

const nameOf = ({ org, member, template }: DraftPlace) => `approval-draft.${org}.${member}.${template}`;

export function readDraft(place: DraftPlace): Draft | null {
  const draft = readStored<Partial<Draft>>(nameOf(place));
  if (!draft?.key || typeof draft.values !== "object" || typeof draft.chosen !== "object") return null;
  return { version: draft.version ?? 0, key: draft.key, values: draft.values ?? {}, chosen: draft.chosen ?? {} };
}

export function writeDraft(place: DraftPlace, draft: Draft | null) {
  writeStored(nameOf(place), draft);
}
