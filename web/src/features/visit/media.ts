import { useEffect, useState } from "react";
import { inlineUrl, saveFrom } from "@/lib/file-addresses";
import { guestApi } from "./guest-api";

/** A short-lived address of an entry's file, good without a token. */
interface Ticket {
  url: string;
  expiresAt: string;
}

/** What a picture's or recording's address is good for: the preview is in memory, the file behind a ticket of ten minutes. */
const TICKET_MS = 8 * 60_000;
const held = new Map<string, { at: number; coming: Promise<string> }>();

const entryPath = (conversation: number, seq: number) => `/api/visit/conversations/${conversation}/entries/${seq}`;

export type Part = "thumbnail" | "file";

/** The preview asks for the guest's token, which an address cannot carry: it is fetched and shown from memory. */
async function preview(path: string): Promise<string> {
  return URL.createObjectURL(await guestApi.blob(`${path}/thumbnail`));
}

async function ticket(path: string): Promise<string> {
  return (await guestApi.post<Ticket>(`${path}/ticket`)).url;
}

function address(conversation: number, seq: number, part: Part): Promise<string> {
  const path = entryPath(conversation, seq);
  const name = `${path}/${part}`;
  const before = held.get(name);
  if (before && (part === "thumbnail" || Date.now() - before.at < TICKET_MS)) return before.coming;
  const coming = part === "thumbnail" ? preview(path) : ticket(path).then(inlineUrl);
  held.set(name, { at: Date.now(), coming });
  coming.catch(() => held.delete(name));
  return coming;
}

/** Where the bytes are; null until that is known. */
export function useMedia(
  conversation: number,
  seq: number,
  part: Part | null,
): { src: string | null; failed: boolean } {
  const [state, setState] = useState<{ src: string | null; failed: boolean }>({ src: null, failed: false });
  useEffect(() => {
    if (part === null) return;
    let gone = false;
    address(conversation, seq, part).then(
      (src) => gone || setState({ src, failed: false }),
      () => gone || setState({ src: null, failed: true }),
    );
    return () => {
      gone = true;
    };
  }, [conversation, seq, part]);
  return state;
}

/** Saves a file under its name. */
export async function save(conversation: number, seq: number, name: string) {
  saveFrom(await ticket(entryPath(conversation, seq)), name);
}
