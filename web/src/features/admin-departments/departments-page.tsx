import { ApartmentOutlined, ArrowLeftOutlined, PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { App, Button, Input } from "antd";
import { useDeferredValue, useState } from "react";
import { departmentsQuery } from "@/api/directory";
import type { Department } from "@/api/types";
import type { Move } from "@/lib/department-tree";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { usePhone } from "@/lib/media";
import { problemText } from "@/lib/problem-text";
import { useTree } from "@/lib/use-tree";
import { useAdminNavigate } from "@/ui/admin-address";
import { DepartmentTree } from "@/ui/department-tree";
import { EmptyState } from "@/ui/empty-state";
import { PageHead } from "@/ui/page-head";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import { CreateDepartment } from "./create-department";
import { DepartmentDetails } from "./department-details";
import css from "./departments-page.module.css";
import { useMoveDepartment } from "./use-departments";

/** The structure of the company: drag in the tree, or use the dialogs beside it. */
export function DepartmentsPage({ chosen }: { chosen: number | null }) {
  const { t } = useText();
  const departments = useQuery(departmentsQuery);
  return (
    <div className={css.page}>
      <PageHead title={t("admin.places.departments")} lead={t("admin.departments.lead")} />
      <ProblemNote problem={departments.error} />
      {departments.isPending && <RowSkeletons label={t("form.loading")} />}
      {departments.data && <Structure departments={departments.data} chosen={chosen} />}
    </div>
  );
}

function Structure({ departments, chosen }: { departments: Department[]; chosen: number | null }) {
  const { t } = useText();
  const { message } = App.useApp();
  const phone = usePhone();
  const go = useAdminNavigate();
  const [text, setText] = useState("");
  const [creating, setCreating] = useState(false);
  const wanted = useDeferredValue(text);
  const { tree, rows, hits, toggle } = useTree(departments, chosen, wanted);
  const moving = useMoveDepartment(tree);
  const department = chosen === null ? undefined : tree.byId.get(chosen);
  const root = tree.roots[0];
  const choose = (id: number | null) => go("/departments", { id: id ?? undefined });
  const move = (id: number, to: Move) =>
    follow(moving.mutateAsync({ id, move: to }), {
      onSuccess: (moved) => void message.success(t("admin.departments.moved", { name: moved.name })),
      onError: (error) => void message.error(problemText(t, error)),
    });
  return (
    <div className={css.split}>
      {(!phone || !department) && (
        <section className={css.tree} aria-label={t("admin.places.departments")}>
          <div className={css.tools}>
            <Input.Search
              allowClear
              value={text}
              onChange={(event) => setText(event.target.value)}
              placeholder={t("admin.departments.search")}
              aria-label={t("admin.departments.search")}
              maxLength={64}
            />
            <Button icon={<PlusOutlined />} onClick={() => setCreating(true)} disabled={!root}>
              {t("admin.departments.createFirst")}
            </Button>
          </div>
          <DepartmentTree
            tree={tree}
            rows={rows}
            hits={hits}
            label={t("admin.places.departments")}
            selected={chosen}
            onSelect={choose}
            onToggle={toggle}
            onMove={move}
          />
        </section>
      )}
      {(!phone || department) && (
        <section className={css.details}>
          {phone && (
            <Button type="text" icon={<ArrowLeftOutlined />} onClick={() => choose(null)}>
              {t("admin.places.departments")}
            </Button>
          )}
          {department ? (
            <DepartmentDetails key={department.id} department={department} tree={tree} onMove={move} onGone={choose} />
          ) : (
            <EmptyState icon={<ApartmentOutlined />} title={t("admin.departments.choose")} />
          )}
        </section>
      )}
      {creating && root && (
        <CreateDepartment
          parent={department ?? root}
          onClose={() => setCreating(false)}
          onCreated={(created) => choose(created.id)}
        />
      )}
    </div>
  );
}
