import { useQuery } from "@tanstack/react-query";
import { Navigate, useParams, useSearch } from "@tanstack/react-router";
import { GroupPage } from "@/features/customer-group/group-page";
import { GroupsPage } from "@/features/customer-group/groups-page";
import { ofConversationQuery } from "@/features/customer-group/use-groups";
import { useText } from "@/lib/i18n";
import { PageFrame } from "@/ui/page-frame";
import { NotFound } from "./fallbacks";
import { idOf } from "./id-of";

export function CustomerGroups() {
  const { tab } = useSearch({ from: "/shell/area/customers/groups" });
  return <GroupsPage tab={tab ?? "groups"} />;
}

export function OneCustomerGroup() {
  const { groupId } = useParams({ from: "/shell/area/customers/groups/$groupId" });
  const { tab } = useSearch({ from: "/shell/area/customers/groups/$groupId" });
  const id = idOf(groupId);
  return id === null ? <NotFound /> : <GroupPage key={id} id={id} tab={tab ?? "members"} />;
}

/** The chat knows its conversation only. */
export function GroupOfConversation() {
  const { conversationId } = useParams({ from: "/shell/area/customers/groups/of/$conversationId" });
  const { t } = useText();
  const { data, error } = useQuery(ofConversationQuery(idOf(conversationId) ?? 0));
  if (data) return <Navigate to="/customers/groups/$groupId" params={{ groupId: String(data.id) }} replace />;
  return (
    <PageFrame
      title={t("customerGroup.one")}
      back={{ href: "/customers/groups", label: t("customerGroup.back") }}
      loading={t("customerGroup.loading")}
      problem={error}
      pending
    >
      {null}
    </PageFrame>
  );
}
