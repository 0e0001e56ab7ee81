import {
  ArrowDownOutlined,
  ArrowUpOutlined,
  DeleteOutlined,
  EditOutlined,
  PlusOutlined,
  TagsOutlined,
} from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useState } from "react";
import type { CustomerTagGroup, CustomerTags } from "@/api/customer-types";
import { api } from "@/api/http";
import { useSession } from "@/api/session";
import { useText } from "@/lib/i18n";
import { moved } from "@/lib/moved";
import { isAdmin } from "@/lib/rights";
import { EmptyState } from "@/ui/empty-state";
import { IconButton } from "@/ui/icon-button";
import { ProblemNote } from "@/ui/problem-note";
import css from "./customer.module.css";
import { OwnTags } from "./own-tags";
import { PageFrame } from "./page-frame";
import { TagGroupDialog } from "./tag-group-dialog";
import { tagsQuery, useChange, useTagOrder } from "./use-customers";

/** The company's tags in their groups, kept by administrators; and everybody's own. */
export function TagsPage() {
  const { t } = useText();
  const { data, error, isPending } = useQuery(tagsQuery);
  const admin = isAdmin(useSession().grants);
  const order = useTagOrder();
  const groups = data?.groups ?? [];
  const [edited, setEdited] = useState<CustomerTagGroup | "new" | null>(null);
  const create = admin && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setEdited("new")}>
      {t("customer.tags.newGroup")}
    </Button>
  );
  return (
    <PageFrame
      title={t("customer.places.tags")}
      lead={t("customer.tags.lead")}
      actions={create}
      problem={error}
      pending={isPending}
    >
      <ProblemNote problem={order.error} />
      {groups.map((group, place) => (
        <Group
          key={group.id}
          group={group}
          admin={admin}
          first={place === 0}
          last={place === groups.length - 1}
          onMove={(by) => order.mutate(moved(groups, place, by))}
          onEdit={() => setEdited(group)}
        />
      ))}
      {data && groups.length === 0 && (
        <EmptyState
          icon={<TagsOutlined />}
          title={t("customer.tags.empty")}
          text={t(admin ? "customer.tags.emptyAdmin" : "customer.tags.emptyText")}
          action={create}
        />
      )}
      {data && <OwnTags tags={data.own} />}
      {edited !== null && <TagGroupDialog edited={edited === "new" ? null : edited} onClose={() => setEdited(null)} />}
    </PageFrame>
  );
}

interface GroupProps {
  group: CustomerTagGroup;
  admin: boolean;
  first: boolean;
  last: boolean;
  onMove: (by: number) => void;
  onEdit: () => void;
}

function Group({ group, admin, first, last, onMove, onEdit }: GroupProps) {
  const { t } = useText();
  const { modal } = App.useApp();
  const remove = useChange((id: number) => api.delete<CustomerTags>(`/api/admin/customer-tag-groups/${id}`));
  const ask = () =>
    modal.confirm({
      title: t("customer.tags.removeTitle", { name: group.name }),
      content: t("customer.tags.removeText", { count: group.tags.length }),
      okText: t("customer.tags.remove"),
      okButtonProps: { danger: true },
      cancelText: t("form.cancel"),
      onOk: () => remove.mutateAsync(group.id).catch(() => undefined), // shown in the page
    });
  return (
    <section className={css.card} aria-label={group.name}>
      <div className={css.partHead}>
        <h2 className={css.partTitle}>{group.name}</h2>
        {admin && (
          <span className={css.inline}>
            <IconButton
              size="small"
              icon={<ArrowUpOutlined />}
              label={t("customer.tags.up", { name: group.name })}
              disabled={first}
              onClick={() => onMove(-1)}
            />
            <IconButton
              size="small"
              icon={<ArrowDownOutlined />}
              label={t("customer.tags.down", { name: group.name })}
              disabled={last}
              onClick={() => onMove(1)}
            />
            <IconButton
              size="small"
              icon={<EditOutlined />}
              label={t("customer.tags.editGroup", { name: group.name })}
              onClick={onEdit}
            />
            <IconButton
              size="small"
              icon={<DeleteOutlined />}
              label={t("customer.tags.removeGroup", { name: group.name })}
              onClick={ask}
            />
          </span>
        )}
      </div>
      <ul className={css.tagList}>
        {group.tags.map((tag) => (
          <li key={tag.id} className={css.tag}>
            {tag.name}
          </li>
        ))}
      </ul>
      <ProblemNote problem={remove.error} />
    </section>
  );
}
