import { SearchOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { memberSearch } from "@/api/directory";
import { useText } from "@/lib/i18n";
import { EmptyState } from "@/ui/empty-state";
import { EndlessList } from "@/ui/endless-list";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import css from "./contacts-page.module.css";
import { PersonRow } from "./person-row";

export function SearchResults({ text, onMember }: { text: string; onMember: (id: number) => void }) {
  const { t } = useText();
  const found = useQuery(memberSearch(text, 50));
  if (found.isError) return <ProblemNote problem={found.error} />;
  if (!found.data) return <RowSkeletons label={t("contacts.loading")} />;
  if (found.data.items.length === 0) {
    return (
      <EmptyState
        icon={<SearchOutlined />}
        title={t("contacts.noResults", { text })}
        text={t("contacts.noResultsText")}
      />
    );
  }
  return (
    <>
      <p className={css.hint}>{t("contacts.searchHint")}</p>
      <EndlessList
        items={found.data.items}
        keyOf={(person) => person.id}
        rowHeight={60}
        label={t("contacts.results")}
        render={(person) => (
          <PersonRow
            person={person}
            detail={[person.departmentName, person.title].filter(Boolean).join(" · ")}
            onOpen={() => onMember(person.id)}
          />
        )}
      />
    </>
  );
}
