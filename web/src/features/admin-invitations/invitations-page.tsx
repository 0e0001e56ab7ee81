import { PlusOutlined, UserAddOutlined } from "@ant-design/icons";
import { useInfiniteQuery } from "@tanstack/react-query";
import { App, Button, Tag } from "antd";
import { useState } from "react";
import type { Locale } from "@/api/types";
import { type Translate, useText } from "@/lib/i18n";
import { problemText } from "@/lib/problem-text";
import { absolute, dayAndClock } from "@/lib/times";
import { type Column, DataTable } from "@/ui/data-table";
import { EmptyState } from "@/ui/empty-state";
import { PageHead } from "@/ui/page-head";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import { CreateInvitation } from "./create-invitation";
import css from "./invitations.module.css";
import { ShowInvitation } from "./show-invitation";
import { type Invitation, invitationsQuery, isOpen, useRevokeInvitation } from "./use-invitations";

export function InvitationsPage() {
  const { t, locale } = useText();
  const invitations = useInfiniteQuery(invitationsQuery);
  const rows = invitations.data?.pages.flatMap((page) => page.items) ?? [];
  const [creating, setCreating] = useState(false);
  const [shown, setShown] = useState<Invitation | null>(null);
  const create = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)}>
      {t("admin.invitations.create")}
    </Button>
  );
  return (
    <div className={css.page}>
      <PageHead
        title={t("admin.places.invitations")}
        lead={t("admin.invitations.lead")}
        actions={rows.length > 0 && create}
      />
      <ProblemNote problem={invitations.error} />
      {invitations.isPending ? (
        <RowSkeletons label={t("form.loading")} />
      ) : (
        <DataTable
          rows={rows}
          columns={columns(t, locale, setShown)}
          keyOf={(invitation) => invitation.id}
          label={t("admin.places.invitations")}
          hasMore={invitations.hasNextPage}
          loadingMore={invitations.isFetchingNextPage}
          onEnd={() => void invitations.fetchNextPage()}
          empty={
            invitations.isSuccess && (
              <EmptyState
                icon={<UserAddOutlined />}
                title={t("admin.invitations.empty")}
                text={t("admin.invitations.emptyText")}
                action={create}
              />
            )
          }
        />
      )}
      {creating && (
        <CreateInvitation
          onClose={() => setCreating(false)}
          onCreated={(invitation) => {
            setCreating(false);
            setShown(invitation);
          }}
        />
      )}
      {shown && <ShowInvitation invitation={shown} onClose={() => setShown(null)} />}
    </div>
  );
}

function columns(t: Translate, locale: Locale, onShow: (invitation: Invitation) => void): Column<Invitation>[] {
  const title = (key: keyof typeof COLUMN_WIDTHS) => t(`admin.invitations.column.${key}`);
  const column = (key: keyof typeof COLUMN_WIDTHS, render: Column<Invitation>["render"]): Column<Invitation> => ({
    key,
    title: title(key),
    width: COLUMN_WIDTHS[key],
    render,
  });
  return [
    column("department", (each) => (
      <button type="button" className={css.open} onClick={() => onShow(each)}>
        {each.departmentName ?? t("admin.invitations.whole")}
      </button>
    )),
    column("approval", (each) => t(each.approval ? "admin.invitations.needed" : "admin.invitations.free")),
    column("expires", (each) =>
      isOpen(each) ? (
        <span title={absolute(each.expiresAt)}>{dayAndClock(each.expiresAt, locale)}</span>
      ) : (
        <Tag>{t("admin.invitations.expired")}</Tag>
      ),
    ),
    column("uses", (each) =>
      each.maxUses === null ? each.uses : t("admin.invitations.usesOf", { uses: each.uses, max: each.maxUses }),
    ),
    column("createdBy", (each) => each.createdBy?.name ?? ""),
    column("createdAt", (each) => <span title={absolute(each.createdAt)}>{dayAndClock(each.createdAt, locale)}</span>),
    column("actions", (each) => (
      <>
        <Button size="small" onClick={() => onShow(each)} disabled={!isOpen(each)}>
          {t("admin.invitations.show")}
        </Button>
        <RevokeButton invitation={each} />
      </>
    )),
  ];
}

const COLUMN_WIDTHS = {
  department: 180,
  approval: 120,
  expires: 150,
  uses: 100,
  createdBy: 120,
  createdAt: 150,
  actions: 180,
} as const;

function RevokeButton({ invitation }: { invitation: Invitation }) {
  const { t } = useText();
  const { modal, message } = App.useApp();
  const revoke = useRevokeInvitation();
  const ask = () =>
    modal.confirm({
      title: t("admin.invitations.revokeTitle"),
      content: t("admin.invitations.revokeText"),
      okText: t("admin.invitations.revokeDo"),
      okButtonProps: { danger: true },
      cancelText: t("form.cancel"),
      onOk: () =>
        revoke.mutateAsync(invitation.id).then(
          () => void message.success(t("admin.invitations.revoked")),
          (error) => void message.error(problemText(t, error)),
        ),
    });
  return (
    <Button size="small" danger onClick={ask}>
      {t("admin.invitations.revoke")}
    </Button>
  );
}
