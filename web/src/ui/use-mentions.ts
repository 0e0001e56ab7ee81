import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { memberSearch } from "@/api/directory";
import { nameOf } from "@/api/people";
import type { Card } from "@/api/types";

/** Colleagues to mention, by what follows the "@"; who was chosen counts as long as the name stands in the text. */
export function useMentions(first?: Card) {
  const [query, setQuery] = useState("");
  const [chosen, setChosen] = useState<ReadonlyMap<string, number>>(
    () => new Map(first ? [[nameOf(first), first.id]] : []),
  );
  const found = useQuery(memberSearch(useDeferredValue(query), 20));
  const people = query.trim() === "" ? [] : (found.data?.items ?? []);
  return {
    loading: found.isFetching,
    search: (text: string) => setQuery(text),
    options: people.map((person) => ({ key: String(person.id), value: nameOf(person), label: nameOf(person) })),
    choose: (option: { key?: string; value?: string }) =>
      setChosen((before) => new Map(before).set(option.value ?? "", Number(option.key))),
    within: (text: string) => [...chosen].filter(([name]) => text.includes(`@${name}`)).map(([, id]) => id),
  };
}
