import { api } from "@/api/http";
import { saveFrom } from "@/lib/file-addresses";

interface Ticket {
  url: string;
  expiresAt: string;
}

/** A short-lived address of an entry's file, good for this person only. */
export function ticket(conversation: number, seq: number): Promise<Ticket> {
  return api.post<Ticket>(`/api/conversations/${conversation}/entries/${seq}/ticket`);
}

export async function download(conversation: number, seq: number) {
  const { url } = await ticket(conversation, seq);
  saveFrom(url);
}

export function thumbnailUrl(conversation: number, seq: number): string {
  return `/api/conversations/${conversation}/entries/${seq}/thumbnail`;
}
