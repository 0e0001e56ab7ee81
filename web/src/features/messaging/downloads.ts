import { App } from "antd";
import { api } from "@/api/http";
import { saveFrom } from "@/lib/file-addresses";
import { useText } from "@/lib/i18n";
import { problemText } from "@/lib/problem-text";

interface Ticket {
  url: string;
  expiresAt: string;
}

/** A short-lived address of an entry's file, good for this person only. */
export function ticket(conversation: number, seq: number): Promise<Ticket> {
  return api.post<Ticket>(`/api/conversations/${conversation}/entries/${seq}/ticket`);
}

/** Saves an entry's file, or says why it cannot be had. */
export function useDownload(): (conversation: number, seq: number) => void {
  const { t } = useText();
  const { message } = App.useApp();
  return (conversation, seq) =>
    void ticket(conversation, seq).then(
      ({ url }) => saveFrom(url),
      (error) => void message.error(problemText(t, error)),
    );
}

export function thumbnailUrl(conversation: number, seq: number): string {
  return `/api/conversations/${conversation}/entries/${seq}/thumbnail`;
}
