import { useEffect } from "react";
import { usePeople, want } from "@/api/people";
import type { Card } from "@/api/types";

/** The cards of these people, as far as they have come. */
export function useCards(ids: readonly number[]): Card[] {
  const cards = usePeople((store) => store.cards);
  const key = ids.join();
  useEffect(() => {
    if (key !== "") want(key.split(",").map(Number));
  }, [key]);
  return ids.flatMap((id) => cards[id] ?? []);
}
