import { ApartmentOutlined, TeamOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useDeferredValue, useState } from "react";
import { departmentsQuery } from "@/api/directory";
import { useText } from "@/lib/i18n";
import { useTree } from "@/lib/use-tree";
import { DepartmentTree } from "@/ui/department-tree";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import css from "./contacts-page.module.css";
import { SearchResults } from "./search-results";

interface Props {
  place: number | "groups" | null;
  onPlace: (place: number | "groups") => void;
  onMember: (id: number) => void;
}

export function ContactsNav({ place, onPlace, onMember }: Props) {
  const { t } = useText();
  const [text, setText] = useState("");
  const wanted = useDeferredValue(text);
  return (
    <nav className={css.nav} aria-label={t("contacts.title")}>
      <h1 className={css.heading}>{t("contacts.title")}</h1>
      <search className={css.search}>
        <Input.Search
          allowClear
          value={text}
          onChange={(event) => setText(event.target.value)}
          placeholder={t("contacts.searchShort")}
          aria-label={t("contacts.search")}
          maxLength={50}
        />
      </search>
      {text.trim() === "" ? (
        <>
          <button
            type="button"
            className={css.entry}
            aria-current={place === "groups"}
            onClick={() => onPlace("groups")}
          >
            <TeamOutlined aria-hidden />
            {t("contacts.groups")}
          </button>
          <h2 className={css.section}>
            <ApartmentOutlined aria-hidden /> {t("contacts.tree")}
          </h2>
          <Departments selected={typeof place === "number" ? place : null} onSelect={onPlace} />
        </>
      ) : (
        <SearchResults text={wanted} onMember={onMember} />
      )}
    </nav>
  );
}

function Departments({ selected, onSelect }: { selected: number | null; onSelect: (id: number) => void }) {
  const { t } = useText();
  const departments = useQuery(departmentsQuery);
  const { tree, rows, toggle } = useTree(departments.data ?? [], selected);
  if (departments.isPending) return <RowSkeletons label={t("contacts.loading")} />;
  if (departments.isError) {
    return (
      <div className={css.search}>
        <ProblemNote
          problem={departments.error}
          action={<Button onClick={() => void departments.refetch()}>{t("form.retry")}</Button>}
        />
      </div>
    );
  }
  return (
    <DepartmentTree
      tree={tree}
      rows={rows}
      label={t("contacts.tree")}
      selected={selected}
      onSelect={onSelect}
      onToggle={toggle}
    />
  );
}
