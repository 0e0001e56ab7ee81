import { ArrowLeftOutlined, PlusOutlined, TagsOutlined } from "@ant-design/icons";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useText } from "@/lib/i18n";
import { usePhone } from "@/lib/media";
import { useAdminNavigate } from "@/ui/admin-address";
import { EmptyState } from "@/ui/empty-state";
import { PageHead } from "@/ui/page-head";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import { RoleDetails } from "./role-details";
import { RoleDialog } from "./role-dialog";
import css from "./roles-page.module.css";
import { grouped, type Role, rolesQuery } from "./use-roles";

export function RolesPage({ chosen }: { chosen: number | null }) {
  const { t } = useText();
  const go = useAdminNavigate();
  const phone = usePhone();
  const [creating, setCreating] = useState(false);
  const query = useInfiniteQuery(rolesQuery);
  const roles = query.data?.pages.flatMap((page) => page.items) ?? [];
  const role = roles.find((each) => each.id === chosen);
  const choose = (id: number | null) => go("/roles", { id: id ?? undefined });
  const create = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)}>
      {t("admin.roles.create")}
    </Button>
  );
  return (
    <div className={css.page}>
      <PageHead title={t("admin.places.roles")} lead={t("admin.roles.lead")} actions={roles.length > 0 && create} />
      <ProblemNote problem={query.error} />
      {query.isPending && <RowSkeletons label={t("form.loading")} />}
      {query.data && roles.length === 0 && (
        <EmptyState
          icon={<TagsOutlined />}
          title={t("admin.roles.empty")}
          text={t("admin.roles.emptyText")}
          action={create}
        />
      )}
      {roles.length > 0 && (
        <div className={css.split}>
          {(!phone || !role) && <RoleList roles={roles} chosen={chosen} onChoose={choose} />}
          {query.hasNextPage && (
            <Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>
              {t("ui.picker.more")}
            </Button>
          )}
          {(!phone || role) && (
            <section className={css.details}>
              {phone && (
                <Button type="text" icon={<ArrowLeftOutlined />} onClick={() => choose(null)}>
                  {t("admin.places.roles")}
                </Button>
              )}
              {role ? (
                <RoleDetails key={role.id} role={role} onGone={() => choose(null)} />
              ) : (
                <EmptyState icon={<TagsOutlined />} title={t("admin.roles.choose")} />
              )}
            </section>
          )}
        </div>
      )}
      {creating && (
        <RoleDialog edited={null} onClose={() => setCreating(false)} onSaved={(created) => choose(created.id)} />
      )}
    </div>
  );
}

interface ListProps {
  roles: Role[];
  chosen: number | null;
  onChoose: (id: number) => void;
}

function RoleList({ roles, chosen, onChoose }: ListProps) {
  const { t } = useText();
  return (
    <nav className={css.list} aria-label={t("admin.places.roles")}>
      {grouped(roles).map(({ group, roles: members }) => (
        <section key={group}>
          <h2 className={css.group}>{group || t("admin.roles.noGroup")}</h2>
          <ul>
            {members.map((role) => (
              <li key={role.id}>
                <button
                  type="button"
                  className={css.entry}
                  aria-current={role.id === chosen}
                  onClick={() => onChoose(role.id)}
                >
                  <span className={css.name}>{role.name}</span>
                  <span className={css.count}>{role.memberCount}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
