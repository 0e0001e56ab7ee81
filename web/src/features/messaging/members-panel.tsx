import { EllipsisOutlined, SearchOutlined, UserAddOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { App, Dropdown, Input, type MenuProps } from "antd";
import { useDeferredValue, useState } from "react";
import { api } from "@/api/http";
import { nameOf } from "@/api/people";
import { useSession } from "@/api/session";
import type { Conversation, ConversationMember } from "@/api/types";
import { useText } from "@/lib/i18n";
import { problemText } from "@/lib/problem-text";
import { Avatar } from "@/ui/avatar";
import { EmptyState } from "@/ui/empty-state";
import { IconButton } from "@/ui/icon-button";
import { OutsideBadge } from "@/ui/outside-badge";
import { PersonCard } from "@/ui/person-card";
import { AddMembers } from "./add-members";
import { PagedList } from "./paged-list";
import css from "./side-panel.module.css";
import { usePaged } from "./use-paged";

export const membersKey = (id: number) => ["conversation-members", id] as const;

/** Who is in the group; owner and admins can change it. */
export default function MembersPanel({ info }: { info: Conversation }) {
  const { t } = useText();
  const [query, setQuery] = useState("");
  const [adding, setAdding] = useState(false);
  const q = useDeferredValue(query.trim());
  const path = `/api/conversations/${info.id}/members`;
  const pages = usePaged<ConversationMember>([...membersKey(info.id), "panel", q, info.memberCount], path, { q });
  const mayAdd = info.role !== "MEMBER" || !info.settings.addMembersAdminsOnly;
  return (
    <>
      <div className={css.tools}>
        <Input
          allowClear
          prefix={<SearchOutlined />}
          placeholder={t("messaging.members.search")}
          aria-label={t("messaging.members.search")}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        {mayAdd && (
          <IconButton icon={<UserAddOutlined />} label={t("messaging.members.add")} onClick={() => setAdding(true)} />
        )}
      </div>
      <PagedList
        pages={pages}
        label={t("messaging.drawer.members")}
        rowHeight={52}
        idOf={(member) => member.id}
        empty={<EmptyState title={t("messaging.members.noMatch")} />}
        row={(member) => <MemberRow info={info} member={member} />}
      />
      {adding && <AddMembers info={info} onClose={() => setAdding(false)} />}
    </>
  );
}

function MemberRow({ info, member }: { info: Conversation; member: ConversationMember }) {
  const { t } = useText();
  const menu = useMemberMenu(info, member);
  const name = nameOf(member);
  return (
    <div className={css.person}>
      {member.kind === "CUSTOMER" ? (
        <Avatar person={member} size={32} />
      ) : (
        <PersonCard person={member}>
          <button type="button" className={css.face} aria-label={name}>
            <Avatar person={member} size={32} />
          </button>
        </PersonCard>
      )}
      <span className={css.names}>
        <span className={css.name}>
          {name} {member.kind === "CUSTOMER" && <OutsideBadge />}
        </span>
        {member.title && <span className={css.sub}>{member.title}</span>}
      </span>
      {member.role !== "MEMBER" && (
        <span className={css.role}>
          {t(member.role === "OWNER" ? "messaging.members.owner" : "messaging.members.admin")}
        </span>
      )}
      {menu.length > 0 && (
        <Dropdown trigger={["click"]} menu={{ items: menu }}>
          <IconButton size="small" icon={<EllipsisOutlined />} label={t("messaging.members.actions", { name })} />
        </Dropdown>
      )}
    </div>
  );
}

function useMemberMenu(info: Conversation, member: ConversationMember): NonNullable<MenuProps["items"]> {
  const { t } = useText();
  const { modal, message } = App.useApp();
  const cache = useQueryClient();
  const me = useSession().member.id;
  const path = `/api/conversations/${info.id}`;
  const name = nameOf(member);
  const carryOut = (work: Promise<unknown>) =>
    work
      .then(() => cache.invalidateQueries({ queryKey: membersKey(info.id) }))
      .catch((error) => void message.error(problemText(t, error)));
  const confirm = (title: string, okText: string, work: () => Promise<unknown>, content?: string) => () =>
    modal.confirm({ title, content, okText, cancelText: t("messaging.cancel"), onOk: () => carryOut(work()) });

  if (member.id === me || info.role === "MEMBER") return [];
  const items: NonNullable<MenuProps["items"]> = [];
  if (info.role === "OWNER" && member.kind !== "CUSTOMER") {
    const admin = member.role === "ADMIN";
    items.push({
      key: "role",
      label: t(admin ? "messaging.members.takeAdmin" : "messaging.members.makeAdmin"),
      onClick: () => void carryOut(api.put(`${path}/members/${member.id}/role`, { role: admin ? "MEMBER" : "ADMIN" })),
    });
    items.push({
      key: "owner",
      label: t("messaging.members.transfer"),
      onClick: confirm(
        t("messaging.members.transferTitle", { name }),
        t("messaging.members.transfer"),
        () => api.put(`${path}/owner`, { memberId: member.id }),
        t("messaging.members.transferText"),
      ),
    });
  }
  if (member.role === "MEMBER" || (info.role === "OWNER" && member.role === "ADMIN")) {
    items.push({
      key: "remove",
      danger: true,
      label: t("messaging.members.remove"),
      onClick: confirm(t("messaging.members.removeTitle", { name }), t("messaging.members.remove"), () =>
        api.delete(`${path}/members/${member.id}`),
      ),
    });
  }
  return items;
}
