import { DownloadOutlined, PlusOutlined, SettingOutlined, TeamOutlined } from "@ant-design/icons";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Button, Checkbox, Dropdown, Popover } from "antd";
import { useState } from "react";
import { useSession } from "@/api/session";
import type { MemberState } from "@/api/types";
import { useText } from "@/lib/i18n";
import { isAdmin } from "@/lib/rights";
import { readStored, writeStored } from "@/lib/storage";
import { useAdminNavigate } from "@/ui/admin-address";
import { DataTable } from "@/ui/data-table";
import { EmptyState } from "@/ui/empty-state";
import { PageHead } from "@/ui/page-head";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import { COLUMN_NAMES, type ColumnName, memberColumns, STANDARD_COLUMNS } from "./columns";
import { Filters } from "./filters";
import { MemberDrawer } from "./member-drawer";
import css from "./members-page.module.css";
import { type MemberFilter, membersQuery } from "./use-members";

const STATES: MemberState[] = ["ACTIVE", "INVITED", "DISABLED", "LEFT"];

export function isMemberState(value: unknown): value is MemberState {
  return STATES.some((state) => state === value);
}

/** Everybody, in a table that holds ten thousand. Filter and open member are in the address. */
export function MembersPage({ filter, open }: { filter: MemberFilter; open: number | "new" | null }) {
  const { t, locale } = useText();
  const { grants } = useSession();
  const go = useAdminNavigate();
  const [names, setNames] = useState<ColumnName[]>(
    () => readStored<ColumnName[]>("members.columns") ?? STANDARD_COLUMNS,
  );
  const members = useInfiniteQuery(membersQuery(filter));
  const rows = members.data?.pages.flatMap((page) => page.items) ?? [];
  const search = {
    state: filter.state ?? undefined,
    department: filter.department ?? undefined,
    q: filter.q || undefined,
  };
  const narrowed = filter.state !== null || filter.department !== null || filter.q !== "";
  const chooseColumns = (chosen: ColumnName[]) => {
    setNames(chosen);
    writeStored("members.columns", chosen);
  };
  return (
    <div className={css.page}>
      <PageHead
        title={t("admin.places.members")}
        lead={t("admin.members.lead")}
        actions={
          <>
            <ColumnChooser names={names} onChange={chooseColumns} />
            {isAdmin(grants) && <ExportButton />}
            <Button type="primary" icon={<PlusOutlined />} onClick={() => go("/members", { ...search, member: "new" })}>
              {t("admin.members.create")}
            </Button>
          </>
        }
      />
      <Filters
        filter={filter}
        onChange={(next) =>
          go(
            "/members",
            { state: next.state ?? undefined, department: next.department ?? undefined, q: next.q || undefined },
            true,
          )
        }
      />
      <ProblemNote problem={members.error} />
      {members.isPending ? (
        <RowSkeletons label={t("admin.members.loading")} />
      ) : (
        <DataTable
          rows={rows}
          columns={memberColumns(names, t, locale, search)}
          keyOf={(member) => member.id}
          label={t("admin.places.members")}
          chosen={typeof open === "number" ? open : null}
          hasMore={members.hasNextPage}
          loadingMore={members.isFetchingNextPage}
          onEnd={() => void members.fetchNextPage()}
          empty={members.isSuccess && <NoMembers narrowed={narrowed} />}
        />
      )}
      {open !== null && (
        <MemberDrawer
          key={open}
          id={open === "new" ? null : open}
          onClose={() => go("/members", search)}
          onCreated={(id) => go("/members", { ...search, member: id })}
        />
      )}
    </div>
  );
}

function NoMembers({ narrowed }: { narrowed: boolean }) {
  const { t } = useText();
  const go = useAdminNavigate();
  if (narrowed) {
    return (
      <EmptyState
        icon={<TeamOutlined />}
        title={t("admin.members.emptyFilter")}
        action={<Button onClick={() => go("/members", {}, true)}>{t("admin.members.clear")}</Button>}
      />
    );
  }
  return (
    <EmptyState
      icon={<TeamOutlined />}
      title={t("admin.members.empty")}
      text={t("admin.members.emptyText")}
      action={<Button onClick={() => go("/import")}>{t("admin.members.import")}</Button>}
    />
  );
}

function ColumnChooser({ names, onChange }: { names: ColumnName[]; onChange: (names: ColumnName[]) => void }) {
  const { t } = useText();
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title={t("admin.members.columns")}
      content={
        <Checkbox.Group
          className={css.columns}
          value={names}
          onChange={(chosen) => onChange(["name", ...chosen.filter((name) => name !== "name")] as ColumnName[])}
          options={COLUMN_NAMES.map((name) => ({
            value: name,
            label: t(`admin.members.column.${name}`),
            disabled: name === "name",
          }))}
        />
      }
    >
      <Button icon={<SettingOutlined />} aria-label={t("admin.members.columns")} />
    </Popover>
  );
}

function ExportButton() {
  const { t } = useText();
  const items = [
    { key: "xlsx", label: <a href="/api/members/export?format=xlsx">{t("admin.members.exportXlsx")}</a> },
    { key: "csv", label: <a href="/api/members/export?format=csv">{t("admin.members.exportCsv")}</a> },
  ];
  return (
    <Dropdown menu={{ items }} trigger={["click"]}>
      <Button icon={<DownloadOutlined />}>{t("admin.members.export")}</Button>
    </Dropdown>
  );
}
