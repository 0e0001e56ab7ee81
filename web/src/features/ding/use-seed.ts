import { useQuery } from "@tanstack/react-query";
import { api } from "@/api/http";
import type { Card, Conversation, EntryPage, Member } from "@/api/types";
import { useText } from "@/lib/i18n";
import { type Chosen, NOBODY } from "./draft";

/** What the address of a new DING says: from which conversation, which message, whom. */
export interface ComposeSource {
  conversation?: number;
  seq?: number;
  /** Only those who have not read the message. */
  unread?: boolean;
  member?: number;
}

export interface Seed {
  chosen: Chosen;
  text: string;
  /** A message was asked for; false when it holds no text (any more). */
  found: boolean | null;
}

/** Fetches what a new DING begins with. */
export function useSeed(source: ComposeSource) {
  const { t } = useText();
  return useQuery({
    queryKey: ["ding-seed", source],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    queryFn: async (): Promise<Seed> => {
      const { conversation, seq, unread, member } = source;
      const [info, entry, person] = await Promise.all([
        conversation === undefined ? null : api.get<Conversation>(`/api/conversations/${conversation}`),
        conversation === undefined || seq === undefined ? null : message(conversation, seq),
        member === undefined ? null : api.get<Member>(`/api/members/${member}`),
      ]);
      const chosen: Chosen = { ...NOBODY, people: person ? [card(person)] : [] };
      if (info && unread && seq !== undefined) chosen.unreadOf = { conversation: info.id, seq };
      else if (info?.peer && !info.peer.app) chosen.people = [info.peer];
      else if (info?.kind === "GROUP")
        chosen.conversation = { id: info.id, name: info.title || t("ding.compose.group") };
      return { chosen, text: entry ?? "", found: seq === undefined ? null : entry !== null };
    },
  });
}

async function message(conversation: number, seq: number): Promise<string | null> {
  const page = await api.get<EntryPage>(`/api/conversations/${conversation}/entries`, { after: seq - 1, limit: 1 });
  const entry = page.items.find((each) => each.seq === seq);
  return entry && !entry.recalledBy ? (entry.body.text ?? null) : null;
}

function card({ id, name, alias, title, avatar, state, kind }: Member): Card {
  return { id, name, alias, title, avatar, state, kind };
}
