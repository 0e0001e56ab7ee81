import { UserAddOutlined } from "@ant-design/icons";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Button, Segmented } from "antd";
import { useState } from "react";
import type { CustomerGroup } from "@/api/customer-group-types";
import { useText } from "@/lib/i18n";
import { EndlessList } from "@/ui/endless-list";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import { AddDialog } from "./add-dialog";
import css from "./group.module.css";
import { MemberRow } from "./member-row";
import { peopleQuery } from "./use-groups";

const KINDS = ["STAFF", "CUSTOMER"] as const;
type Shown = "EVERYBODY" | (typeof KINDS)[number];

/** Who is in the group: the staff first. */
export function MembersPart({ group }: { group: CustomerGroup }) {
  const { t } = useText();
  const [shown, setShown] = useState<Shown>("EVERYBODY");
  const [adding, setAdding] = useState(false);
  const pages = useInfiniteQuery(peopleQuery(group.id, shown === "EVERYBODY" ? null : shown));
  const people = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div>
      <div className={css.bar}>
        <Segmented<Shown>
          aria-label={t("customerGroup.people.kind")}
          value={shown}
          onChange={setShown}
          options={(["EVERYBODY", ...KINDS] as const).map((value) => ({
            value,
            label: t(`customerGroup.people.kinds.${value}`),
          }))}
        />
        <span className={css.grow} />
        <Button icon={<UserAddOutlined />} onClick={() => setAdding(true)}>
          {t("customerGroup.people.add")}
        </Button>
      </div>
      <ProblemNote problem={pages.error} />
      {pages.isPending && <RowSkeletons label={t("customerGroup.loading")} />}
      {pages.isSuccess && people.length === 0 && (
        <p className={css.lead}>{t(`customerGroup.people.none.${shown === "STAFF" ? "STAFF" : "CUSTOMER"}`)}</p>
      )}
      {people.length > 0 && (
        <div className={css.box}>
          <EndlessList
            items={people}
            keyOf={({ id }) => id}
            rowHeight={64}
            label={t("customerGroup.parts.members")}
            hasMore={pages.hasNextPage}
            loadingMore={pages.isFetchingNextPage}
            onEnd={() => void pages.fetchNextPage()}
            render={(person) => <MemberRow group={group} person={person} />}
          />
        </div>
      )}
      {adding && <AddDialog group={group} onClose={() => setAdding(false)} />}
    </div>
  );
}
