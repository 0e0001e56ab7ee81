import { useEffect, useMemo } from "react";
import { create } from "zustand";
import type { Entry } from "@/api/types";
import type { VisitGroup, VisitGroupPerson } from "@/api/visit-types";
import type { ConversationLog } from "@/lib/log";
import { groupLine } from "./group-line";
import { guestApi } from "./guest-api";
import { useVisit } from "./store";
import type { Talk } from "./talk";
import { useWords } from "./words";

/** Somebody whose picture has come: an address that opens without a token. */
export interface Known extends VisitGroupPerson {
  face: string | null;
}

const MOST_IDS = 100;
const PAGE = 50;

/** Everybody met in a group, also who has left it: his words stay. Below the id of the group and his. */
const usePeople = create<Record<string, Known>>(() => ({}));
const asked = new Set<string>();
const keyOf = (group: number, id: number) => `${group}.${id}`;
const pathOf = (group: number) => `/api/visit/groups/${group}/people`;

function keep(group: number, people: VisitGroupPerson[]) {
  const held = usePeople.getState();
  const fresh: Record<string, Known> = {};
  for (const person of people) {
    const key = keyOf(group, person.id);
    fresh[key] = { ...person, face: held[key]?.face ?? null };
    if (person.picture && !held[key]?.face) void bringFace(key, person.picture);
  }
  usePeople.setState(fresh);
}

async function bringFace(key: string, picture: string) {
  try {
    const face = URL.createObjectURL(await guestApi.blob(picture));
    const held = usePeople.getState()[key];
    if (held) usePeople.setState({ [key]: { ...held, face } });
  } catch {
    // The letters of the name stand in its place.
  }
}

/** Asks once for each whom nobody has named yet. */
async function wanted(group: number, ids: Iterable<number>) {
  const held = usePeople.getState();
  const missing = [...new Set(ids)].filter((id) => !held[keyOf(group, id)] && !asked.has(keyOf(group, id)));
  for (let at = 0; at < missing.length; at += MOST_IDS) {
    const part = missing.slice(at, at + MOST_IDS);
    for (const id of part) asked.add(keyOf(group, id));
    try {
      const { items } = await guestApi.get<{ items: VisitGroupPerson[] }>(pathOf(group), { ids: part.join(",") });
      keep(group, items);
    } catch {
      for (const id of part) asked.delete(keyOf(group, id)); // offline: asked again with the next entry
    }
  }
}

/** Those who sit in the group now, page by page. */
export async function pageOfPeople(group: number, after: string | null) {
  const page = await guestApi.get<{ items: VisitGroupPerson[]; next: string | null }>(pathOf(group), {
    after,
    limit: PAGE,
  });
  keep(group, page.items);
  return page;
}

export const useFace = (group: number, id: number) => usePeople((held) => held[keyOf(group, id)]?.face ?? null);

function idsIn({ sender, body, quote, recalledBy }: Entry): number[] {
  return [sender, body.by ?? sender, ...(body.members ?? []), quote?.sender ?? sender, recalledBy?.by ?? sender];
}

/** The people of a group for its log. */
export function useGroupTalk(group: VisitGroup, log: ConversationLog | undefined): Talk {
  const { t } = useWords();
  const me = useVisit((store) => store.me);
  const held = usePeople();
  const entries = log?.entries;
  const { id, title } = group;
  useEffect(() => {
    if (entries) void wanted(id, entries.flatMap(idsIn));
  }, [id, entries]);
  return useMemo(() => {
    const nameOf = (person: number) =>
      me?.ids.includes(person) ? t("you") : (held[keyOf(id, person)]?.name ?? t("group.someone"));
    return {
      title,
      nameOf,
      avatarOf: (person) => held[keyOf(id, person)]?.face ?? null,
      line: (entry) => groupLine(entry, t, nameOf),
    };
  }, [id, title, me, held, t]);
}
