import { DeleteOutlined, UserOutlined } from "@ant-design/icons";
import { useInfiniteQuery } from "@tanstack/react-query";
import { App, Button, Modal } from "antd";
import { useState } from "react";
import type { Card } from "@/api/types";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { problemText } from "@/lib/problem-text";
import { Avatar } from "@/ui/avatar";
import { EmptyState } from "@/ui/empty-state";
import { EndlessList } from "@/ui/endless-list";
import { IconButton } from "@/ui/icon-button";
import { PersonPicker } from "@/ui/person-picker";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import { RoleDialog } from "./role-dialog";
import css from "./roles-page.module.css";
import { type Role, roleMembersQuery, useChangeRoleMembers, useDeleteRole } from "./use-roles";

export function RoleDetails({ role, onGone }: { role: Role; onGone: () => void }) {
  const { t } = useText();
  const [dialog, setDialog] = useState<"edit" | "add" | null>(null);
  const members = useInfiniteQuery(roleMembersQuery(role.id));
  const people = members.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <header className={css.head}>
        <h2 className={css.title}>{role.name}</h2>
        <Button type="primary" onClick={() => setDialog("add")}>
          {t("admin.roles.add")}
        </Button>
        <Button onClick={() => setDialog("edit")}>{t("admin.roles.edit")}</Button>
        <DeleteButton role={role} onGone={onGone} />
      </header>
      <ProblemNote problem={members.error} />
      {members.isPending ? (
        <RowSkeletons label={t("form.loading")} />
      ) : (
        <EndlessList
          items={people}
          keyOf={(person) => person.id}
          rowHeight={52}
          label={t("admin.roles.members")}
          hasMore={members.hasNextPage}
          loadingMore={members.isFetchingNextPage}
          onEnd={() => void members.fetchNextPage()}
          empty={
            members.isSuccess && (
              <EmptyState
                icon={<UserOutlined />}
                title={t("admin.roles.noMembers")}
                text={t("admin.roles.noMembersText")}
              />
            )
          }
          render={(person) => <MemberRow role={role} person={person} />}
        />
      )}
      {dialog === "edit" && <RoleDialog edited={role} onClose={() => setDialog(null)} />}
      {dialog === "add" && <AddMembers role={role} onClose={() => setDialog(null)} />}
    </>
  );
}

function MemberRow({ role, person }: { role: Role; person: Card }) {
  const { t } = useText();
  const { message } = App.useApp();
  const change = useChangeRoleMembers(role.id);
  const remove = () =>
    follow(change.mutateAsync({ remove: [person.id] }), {
      onError: (error) => void message.error(problemText(t, error)),
    });
  return (
    <div className={css.person}>
      <Avatar person={person} size={32} />
      <span className={css.lines}>
        <span className={css.name}>{person.name}</span>
        {person.title && <span className={css.secondary}>{person.title}</span>}
      </span>
      <IconButton
        icon={<DeleteOutlined />}
        label={t("admin.roles.remove", { name: person.name })}
        disabled={change.isPending}
        onClick={remove}
      />
    </div>
  );
}

function AddMembers({ role, onClose }: { role: Role; onClose: () => void }) {
  const { t } = useText();
  const change = useChangeRoleMembers(role.id);
  const [ids, setIds] = useState<number[]>([]);
  return (
    <Modal
      open
      title={t("admin.roles.add")}
      okText={ids.length > 0 ? t("admin.roles.addDo", { count: ids.length }) : t("admin.roles.add")}
      cancelText={t("form.cancel")}
      okButtonProps={{ disabled: ids.length === 0, loading: change.isPending }}
      onOk={() => follow(change.mutateAsync({ add: ids }), { onSuccess: onClose })}
      onCancel={onClose}
    >
      <div style={{ display: "grid", marginBottom: 16 }}>
        <PersonPicker aria-label={t("admin.roles.members")} value={ids} onChange={setIds} />
      </div>
      <ProblemNote problem={change.error} />
    </Modal>
  );
}

function DeleteButton({ role, onGone }: { role: Role; onGone: () => void }) {
  const { t } = useText();
  const { modal, message } = App.useApp();
  const remove = useDeleteRole();
  const ask = () =>
    modal.confirm({
      title: t("admin.roles.deleteTitle", { name: role.name }),
      content: t("admin.roles.deleteText", { count: role.memberCount }),
      okText: t("admin.roles.deleteDo", { name: role.name }),
      okButtonProps: { danger: true },
      cancelText: t("form.cancel"),
      onOk: () => remove.mutateAsync(role.id).then(onGone, (error) => void message.error(problemText(t, error))),
    });
  return (
    <Button danger onClick={ask}>
      {t("admin.roles.delete")}
    </Button>
  );
}
