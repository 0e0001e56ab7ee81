import { ApartmentOutlined, ArrowLeftOutlined, UserOutlined } from "@ant-design/icons";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Breadcrumb, Button } from "antd";
import { departmentMembers, departmentsQuery } from "@/api/directory";
import type { Department } from "@/api/types";
import { departmentTree, pathOf } from "@/lib/department-tree";
import { useText } from "@/lib/i18n";
import { EmptyState } from "@/ui/empty-state";
import { EndlessList } from "@/ui/endless-list";
import { IconButton } from "@/ui/icon-button";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import css from "./contacts-page.module.css";
import { PersonRow } from "./person-row";

interface Props {
  id: number;
  chosen: number | null;
  onDepartment: (id: number) => void;
  onMember: (id: number) => void;
  onBack?: () => void;
}

export function DepartmentView({ id, chosen, onDepartment, onMember, onBack }: Props) {
  const { t } = useText();
  const departments = useQuery(departmentsQuery);
  const tree = departmentTree(departments.data ?? []);
  const path = pathOf(tree, id);
  const here = path.at(-1);
  if (departments.isPending) return <RowSkeletons label={t("contacts.loading")} />;
  if (!departments.data) return <ProblemNote problem={departments.error} />;
  if (!here) {
    return (
      <EmptyState
        icon={<ApartmentOutlined />}
        title={t("contacts.choose")}
        action={onBack && <Button onClick={onBack}>{t("contacts.title")}</Button>}
      />
    );
  }
  return (
    <>
      <header className={css.head}>
        {onBack && <IconButton icon={<ArrowLeftOutlined />} label={t("contacts.title")} onClick={onBack} />}
        <div className={css.titles}>
          {path.length > 1 && <Path path={path} onDepartment={onDepartment} />}
          <h2 className={css.title}>
            {here.name} <span className={css.meta}>{t("contacts.people", { count: here.memberCount })}</span>
          </h2>
        </div>
      </header>
      <Members
        department={here}
        below={tree.childrenOf(id)}
        chosen={chosen}
        onDepartment={onDepartment}
        onMember={onMember}
      />
    </>
  );
}

function Path({ path, onDepartment }: { path: Department[]; onDepartment: (id: number) => void }) {
  const { t } = useText();
  return (
    <nav aria-label={t("contacts.path")}>
      <Breadcrumb
        items={path.slice(0, -1).map((department) => ({
          key: department.id,
          title: (
            <Button
              type="link"
              size="small"
              style={{ padding: 0, height: "auto" }}
              onClick={() => onDepartment(department.id)}
            >
              {department.name}
            </Button>
          ),
        }))}
      />
    </nav>
  );
}

interface MembersProps extends Omit<Props, "id" | "onBack"> {
  department: Department;
  below: Department[];
}

function Members({ department, below, chosen, onDepartment, onMember }: MembersProps) {
  const { t } = useText();
  const members = useInfiniteQuery(departmentMembers(department.id));
  const people = members.data?.pages.flatMap((page) => page.items) ?? [];
  if (members.isPending) return <RowSkeletons label={t("contacts.loading")} />;
  const markOf = (id: number, leader: boolean) =>
    department.head?.id === id ? t("contacts.head") : leader ? t("contacts.leader") : undefined;
  return (
    <EndlessList
      items={people}
      keyOf={(person) => person.id}
      rowHeight={56}
      label={t("contacts.members")}
      hasMore={members.hasNextPage}
      loadingMore={members.isFetchingNextPage}
      onEnd={() => void members.fetchNextPage()}
      head={
        <>
          <ProblemNote problem={members.error} />
          {below.length > 0 && <Below departments={below} onDepartment={onDepartment} />}
        </>
      }
      empty={
        members.isSuccess &&
        below.length === 0 && (
          <EmptyState icon={<UserOutlined />} title={t("contacts.noMembers")} text={t("contacts.noMembersText")} />
        )
      }
      render={(person) => (
        <PersonRow
          person={person}
          detail={person.departmentTitle || person.title}
          mark={markOf(person.id, person.leader)}
          chosen={person.id === chosen}
          onOpen={() => onMember(person.id)}
        />
      )}
    />
  );
}

function Below({ departments, onDepartment }: { departments: Department[]; onDepartment: (id: number) => void }) {
  const { t } = useText();
  return (
    <ul aria-label={t("contacts.subdepartments")}>
      {departments.map((department) => (
        <li key={department.id}>
          <button type="button" className={css.row} onClick={() => onDepartment(department.id)}>
            <span className={css.folder}>
              <ApartmentOutlined aria-hidden />
            </span>
            <span className={css.lines}>
              <span className={css.name}>
                <span>{department.name}</span>
              </span>
            </span>
            <span className={css.secondary}>{t("contacts.people", { count: department.memberCount })}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
