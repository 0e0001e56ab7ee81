import { RightOutlined } from "@ant-design/icons";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Checkbox } from "antd";
import { useState } from "react";
import { api } from "@/api/http";
import { useSession } from "@/api/session";
import type { Card, Department, Page } from "@/api/types";
import { useText } from "@/lib/i18n";
import { MoreButton } from "./more-button";
import css from "./people-picker.module.css";
import { PickRow } from "./pick-row";
import { ProblemNote } from "./problem-note";
import { RowSkeletons } from "./skeletons";

interface Props {
  ids: Set<number>;
  onChange: (people: Card[], on: boolean) => void;
}

const WHOLE = 200;

/** Walks through the tree of departments, one level at a time. */
export function PickFromDepartments({ ids, onChange }: Props) {
  const { t } = useText();
  const me = useSession().member.id;
  const [place, setPlace] = useState<number | null>(null);
  const tree = useQuery({
    queryKey: ["departments", "picker"],
    queryFn: () => api.get<Page<Department>>("/api/departments", { limit: 1000 }),
    staleTime: 60_000,
  });
  const departments = tree.data?.items ?? [];
  const root = departments.find((each) => each.parentId === null);
  const here = departments.find((each) => each.id === place) ?? root;
  const members = useInfiniteQuery({
    queryKey: ["department-members", here?.id],
    queryFn: ({ pageParam }) =>
      api.get<Page<Card>>(`/api/departments/${here?.id}/members`, { limit: 100, after: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    enabled: here !== undefined,
  });
  const people = (members.data?.pages.flatMap((page) => page.items) ?? []).filter((each) => each.id !== me);
  const inside = departments.filter((each) => each.parentId === here?.id);
  const whole = people.length > 0 && people.every((each) => ids.has(each.id));

  async function chooseWhole(department: Department, on: boolean) {
    const page = await api.get<Page<Card>>(`/api/departments/${department.id}/members`, {
      subtree: true,
      limit: WHOLE,
    });
    onChange(
      page.items.filter((each) => each.id !== me),
      on,
    );
  }

  return (
    <>
      <ProblemNote problem={tree.error ?? members.error} />
      <Path departments={departments} here={here} onGo={setPlace} />
      {(tree.isPending || members.isPending) && <RowSkeletons count={5} label={t("ui.loading")} />}
      {people.length > 1 && (
        <Checkbox className={css.row} checked={whole} onChange={(event) => onChange(people, event.target.checked)}>
          {t("ui.picker.all")}
        </Checkbox>
      )}
      {inside.map((department) => (
        <div key={department.id} className={css.department}>
          <Checkbox
            aria-label={department.name}
            onChange={(event) => void chooseWhole(department, event.target.checked)}
          />
          <button type="button" className={css.enter} onClick={() => setPlace(department.id)}>
            <span className={css.name}>{department.name}</span>
            <span className={css.hint}>{department.memberCount}</span>
            <RightOutlined aria-hidden="true" />
          </button>
        </div>
      ))}
      {people.map((person) => (
        <PickRow key={person.id} person={person} hint={person.title} chosen={ids.has(person.id)} onChange={onChange} />
      ))}
      <MoreButton pages={members} />
    </>
  );
}

interface PathProps {
  departments: Department[];
  here: Department | undefined;
  onGo: (id: number) => void;
}

function Path({ departments, here, onGo }: PathProps) {
  const { t } = useText();
  const path: Department[] = [];
  for (let each = here; each; each = departments.find((other) => other.id === each?.parentId)) path.unshift(each);
  if (path.length < 2) return null;
  return (
    <nav className={css.path} aria-label={t("ui.picker.root")}>
      {path.map((each, index) => (
        <button
          key={each.id}
          type="button"
          className={css.crumb}
          disabled={index === path.length - 1}
          onClick={() => onGo(each.id)}
        >
          {each.name}
        </button>
      ))}
    </nav>
  );
}
