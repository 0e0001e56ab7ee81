import { useEffect } from "react";
import { create } from "zustand";
import { appName } from "@/lib/app-name";
import { api } from "./http";
import type { Card } from "./types";

interface People {
  cards: Record<number, Card>;
  keep: (cards: (Card | null | undefined)[]) => void;
}

/** The cards of everybody this device has met, so that a name is never asked for twice. */
export const usePeople = create<People>((set) => ({
  cards: {},
  keep: (cards) =>
    set((store) => {
      const next = { ...store.cards };
      for (const card of cards) if (card) next[card.id] = card;
      return { cards: next };
    }),
}));

const GATHER_MS = 10;
const MOST = 500;
const wanted = new Set<number>();
const asked = new Set<number>();
let timer: ReturnType<typeof setTimeout> | undefined;

async function fetchWanted() {
  timer = undefined;
  const ids = [...wanted].slice(0, MOST);
  for (const id of ids) wanted.delete(id);
  if (wanted.size > 0) want([]);
  try {
    const { items } = await api.post<{ items: Card[] }>("/api/cards", { ids });
    usePeople.getState().keep(items);
  } catch {
    // Asked for again when somebody needs them later.
    for (const id of ids) asked.delete(id);
  }
}

/** Gathers ids for a moment and fetches them in one request. */
export function want(ids: Iterable<number>) {
  const { cards } = usePeople.getState();
  for (const id of ids) {
    if (cards[id] || asked.has(id)) continue;
    asked.add(id);
    wanted.add(id);
  }
  if (wanted.size > 0 && timer === undefined) timer = setTimeout(fetchWanted, GATHER_MS);
}

/** A person's card, fetched when it is not known yet. */
export function usePerson(id: number | null | undefined): Card | undefined {
  const card = usePeople((store) => (id == null ? undefined : store.cards[id]));
  useEffect(() => {
    if (id != null && !card) want([id]);
  }, [id, card]);
  return card;
}

/** How a person or an app is called, in the words of the reader. */
export function nameOf(card: Card | null | undefined): string {
  if (!card) return "";
  return card.app ? appName(card.app, card.name) : card.alias || card.name;
}
