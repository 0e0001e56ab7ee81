import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api } from "@/api/http";
import { useSession } from "@/api/session";
import type { Card } from "@/api/types";
import { useText } from "@/lib/i18n";
import css from "./people-picker.module.css";
import { PickRow } from "./pick-row";
import { ProblemNote } from "./problem-note";

export interface Found extends Card {
  departmentName: string | null;
}

export const searchPeople = (q: string, signal?: AbortSignal) =>
  api.get<{ items: Found[] }>("/api/members/search", { q, limit: 30 }, signal);

interface Props {
  query: string;
  ids: Set<number>;
  onChange: (people: Card[], on: boolean) => void;
}

export function PickFromSearch({ query, ids, onChange }: Props) {
  const { t } = useText();
  const me = useSession().member.id;
  const found = useQuery({
    queryKey: ["member-search", query],
    queryFn: ({ signal }) => searchPeople(query, signal),
    placeholderData: keepPreviousData,
  });
  const people = (found.data?.items ?? []).filter((each) => each.id !== me);
  if (found.isSuccess && people.length === 0) return <p className={css.nobody}>{t("ui.picker.nobody")}</p>;
  return (
    <>
      <ProblemNote problem={found.error} />
      {people.map((person) => (
        <PickRow
          key={person.id}
          person={person}
          hint={[person.departmentName, person.title].filter(Boolean).join(" · ")}
          chosen={ids.has(person.id)}
          onChange={onChange}
        />
      ))}
    </>
  );
}
