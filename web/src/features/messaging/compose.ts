import type { EntryBody } from "@/api/types";
import type { SendKey } from "@/lib/preferences";
import { EVERYONE } from "@/lib/text-pieces";
import type { Draft } from "./store";

const MOST_QUERY = 20;

/** The "@…" being typed right before the caret, if there is one. */
export function mentionAt(text: string, caret: number): { from: number; query: string } | null {
  const from = text.lastIndexOf("@", caret - 1);
  if (from < 0) return null;
  const query = text.slice(from + 1, caret);
  if (query.length > MOST_QUERY || /[\s@]/u.test(query)) return null;
  // An "@" inside a word is an e-mail address.
  return from > 0 && /[\w.]/u.test(text[from - 1] ?? "") ? null : { from, query };
}

/** What is sent: mentions whose names were deleted from the text again are left out. */
export function bodyOf(draft: Draft): (EntryBody & { text: string }) | null {
  const text = draft.text.trim();
  if (text === "") return null;
  const mentions = [...new Set(draft.mentions.filter((each) => text.includes(`@${each.name}`)).map((each) => each.id))];
  const mentionAll = draft.mentionAll && EVERYONE.some((name) => text.includes(`@${name}`));
  return { text, mentions, mentionAll };
}

/** Whether a key press sends, by what the person chose; the other way of pressing Enter starts a new line. */
export function sends(
  press: { key: string; ctrlKey: boolean; metaKey: boolean; shiftKey: boolean; altKey: boolean },
  sendKey: SendKey,
): boolean {
  if (press.key !== "Enter" || press.shiftKey || press.altKey) return false;
  return sendKey === "ENTER" || press.ctrlKey || press.metaKey;
}
