import { ArrowLeftOutlined, TeamOutlined } from "@ant-design/icons";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { endless } from "@/api/directory";
import type { Conversation } from "@/api/types";
import { useText } from "@/lib/i18n";
import { GroupAvatar } from "@/ui/avatar";
import { EmptyState } from "@/ui/empty-state";
import { EndlessList } from "@/ui/endless-list";
import { IconButton } from "@/ui/icon-button";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import css from "./contacts-page.module.css";

const groupsQuery = endless<Conversation>(["contacts", "groups"], "/api/conversations", { limit: 200 });

/** Every group the person belongs to. */
export function GroupsView({ onBack }: { onBack?: () => void }) {
  const { t } = useText();
  const conversations = useInfiniteQuery(groupsQuery);
  const groups = conversations.data?.pages.flatMap((page) => page.items.filter((each) => each.kind === "GROUP")) ?? [];
  return (
    <>
      <header className={css.head}>
        {onBack && <IconButton icon={<ArrowLeftOutlined />} label={t("contacts.title")} onClick={onBack} />}
        <h2 className={css.title}>{t("contacts.groups")}</h2>
      </header>
      <ProblemNote problem={conversations.error} />
      {conversations.isPending ? (
        <RowSkeletons label={t("contacts.loading")} />
      ) : (
        <EndlessList
          items={groups}
          keyOf={(group) => group.id}
          rowHeight={56}
          label={t("contacts.groups")}
          hasMore={conversations.hasNextPage}
          loadingMore={conversations.isFetchingNextPage}
          onEnd={() => void conversations.fetchNextPage()}
          empty={
            conversations.isSuccess && (
              <EmptyState icon={<TeamOutlined />} title={t("contacts.noGroups")} text={t("contacts.noGroupsText")} />
            )
          }
          render={(group) => <GroupRow group={group} />}
        />
      )}
    </>
  );
}

function GroupRow({ group }: { group: Conversation }) {
  const { t } = useText();
  return (
    <Link to="/messages/$conversationId" params={{ conversationId: String(group.id) }} className={css.row}>
      <GroupAvatar faces={group.faces} size={36} />
      <span className={css.lines}>
        <span className={css.name}>
          <span>{group.title}</span>
        </span>
        <span className={css.secondary}>{t("contacts.groupMembers", { count: group.memberCount })}</span>
      </span>
    </Link>
  );
}
