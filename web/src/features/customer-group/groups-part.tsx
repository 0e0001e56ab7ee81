import { PlusOutlined, SearchOutlined, TeamOutlined } from "@ant-design/icons";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button, Input, Segmented } from "antd";
import { useDeferredValue, useState } from "react";
import type { CustomerGroupLine, CustomerGroupScope } from "@/api/customer-group-types";
import { nameOf } from "@/api/people";
import { useSession } from "@/api/session";
import { useText } from "@/lib/i18n";
import { isAdmin } from "@/lib/rights";
import { GroupAvatar } from "@/ui/avatar";
import { EmptyState } from "@/ui/empty-state";
import { EndlessList } from "@/ui/endless-list";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import { StateTag } from "@/ui/state-tag";
import css from "./group.module.css";
import { OpenDialog } from "./open-dialog";
import { groupsQuery, scopesQuery, settingsQuery } from "./use-groups";

/** The list of groups: one's own, one's people's or all. */
export function GroupsPart() {
  const { t } = useText();
  const [scope, setScope] = useState<CustomerGroupScope>("MINE");
  const [text, setText] = useState("");
  const q = useDeferredValue(text.trim());
  const pages = useInfiniteQuery(groupsQuery(scope, q));
  const scopes = useQuery(scopesQuery).data ?? ["MINE"];
  const [opening, setOpening] = useState(false);
  const mayOpen = useMayOpen();
  const groups = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const create = mayOpen && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpening(true)}>
      {t("customerGroup.open.title")}
    </Button>
  );
  return (
    <div>
      <div className={css.bar}>
        {scopes.length > 1 && (
          <Segmented<CustomerGroupScope>
            aria-label={t("customerGroup.scopes.label")}
            value={scope}
            onChange={setScope}
            options={scopes.map((value) => ({ value, label: t(`customerGroup.scopes.${value}`) }))}
          />
        )}
        <Input
          allowClear
          className={css.search}
          prefix={<SearchOutlined />}
          placeholder={t("customerGroup.search")}
          aria-label={t("customerGroup.search")}
          maxLength={60}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <span className={css.grow} />
        {groups.length > 0 && create}
      </div>
      <ProblemNote problem={pages.error} />
      {pages.isPending && <RowSkeletons label={t("customerGroup.loading")} />}
      {pages.isSuccess && groups.length === 0 && (
        <EmptyState
          icon={<TeamOutlined />}
          title={t(q === "" ? "customerGroup.empty.title" : "customerGroup.empty.noMatch")}
          text={q === "" ? t("customerGroup.empty.text") : undefined}
          action={q === "" && create}
        />
      )}
      {groups.length > 0 && (
        <div className={css.box}>
          <EndlessList
            items={groups}
            keyOf={({ id }) => id}
            rowHeight={68}
            label={t("customerGroup.tabs.groups")}
            hasMore={pages.hasNextPage}
            loadingMore={pages.isFetchingNextPage}
            onEnd={() => void pages.fetchNextPage()}
            render={(group) => <GroupRow group={group} />}
          />
        </div>
      )}
      {opening && <OpenDialog onClose={() => setOpening(false)} />}
    </div>
  );
}

/** Administrators always; members when the company lets them. */
function useMayOpen(): boolean {
  const admin = isAdmin(useSession().grants);
  const settings = useQuery(settingsQuery).data;
  return admin || settings?.membersMayOpen === true;
}

function GroupRow({ group }: { group: CustomerGroupLine }) {
  const { t } = useText();
  const { id, title, owner, ownerGone, members, customers, most, mutedAll, failed } = group;
  return (
    <Link to="/customers/groups/$groupId" params={{ groupId: String(id) }} className={css.row}>
      <GroupAvatar faces={[owner]} size={40} />
      <span className={css.words}>
        <span className={css.nameLine}>
          <span className={css.name}>{title}</span>
          {ownerGone && <StateTag tone="warn">{t("customerGroup.row.ownerGone")}</StateTag>}
          {members >= most && <StateTag tone="busy">{t("customerGroup.row.full")}</StateTag>}
          {failed > 0 && <StateTag tone="warn">{t("customerGroup.row.failed", { count: failed })}</StateTag>}
          {mutedAll && <StateTag tone="quiet">{t("customerGroup.row.mutedAll")}</StateTag>}
        </span>
        <span className={css.small}>
          {t("customerGroup.row.owner", { name: nameOf(owner) })} ·{" "}
          {t("customerGroup.row.members", { count: members, customers })}
        </span>
      </span>
    </Link>
  );
}
