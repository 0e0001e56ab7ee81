import { App, Button, Form, Input } from "antd";
import { useState } from "react";
import type { Department } from "@/api/types";
import { type DepartmentTree, type Move, pathOf } from "@/lib/department-tree";
import { useText } from "@/lib/i18n";
import { problemText } from "@/lib/problem-text";
import { useAdminNavigate } from "@/ui/admin-address";
import { FormProblem } from "@/ui/form-problem";
import { LeaveGuard } from "@/ui/leave-guard";
import { PersonPicker } from "@/ui/person-picker";
import { CreateDepartment } from "./create-department";
import { DEPARTMENT_PROBLEMS, useNameRules } from "./department-name";
import css from "./departments-page.module.css";
import { MoveDepartment } from "./move-department";
import { useChangeDepartment, useDeleteDepartment } from "./use-departments";

interface Props {
  department: Department;
  tree: DepartmentTree<Department>;
  onMove: (id: number, move: Move) => void;
  /** The department was deleted, or another one was created: show that one. */
  onGone: (next: number | null) => void;
}

export function DepartmentDetails({ department, tree, onMove, onGone }: Props) {
  const { t } = useText();
  const go = useAdminNavigate();
  const [dialog, setDialog] = useState<"create" | "move" | null>(null);
  const root = department.parentId === null;
  const above = pathOf(tree, department.id).slice(0, -1);
  return (
    <div className={css.inner}>
      {above.length > 0 && <p className={css.meta}>{above.map((each) => each.name).join(" / ")}</p>}
      <h2 className={css.name}>{department.name}</h2>
      <p className={css.meta}>{t("admin.people", { count: department.memberCount })}</p>
      <div className={css.actions}>
        <Button onClick={() => setDialog("create")}>{t("admin.departments.create")}</Button>
        <Button onClick={() => go("/members", { department: department.id })}>
          {t("admin.departments.showMembers")}
        </Button>
        {!root && <Button onClick={() => setDialog("move")}>{t("admin.departments.move")}</Button>}
        {!root && <DeleteButton department={department} tree={tree} onGone={onGone} />}
      </div>
      {root && <p className={css.note}>{t("admin.departments.rootFixed")}</p>}
      <DetailsForm key={`${department.name}|${department.head?.id}`} department={department} root={root} />
      {dialog === "create" && (
        <CreateDepartment
          parent={department}
          onClose={() => setDialog(null)}
          onCreated={(created) => onGone(created.id)}
        />
      )}
      {dialog === "move" && (
        <MoveDepartment
          department={department}
          tree={tree}
          onMove={(move) => onMove(department.id, move)}
          onClose={() => setDialog(null)}
        />
      )}
    </div>
  );
}

function DetailsForm({ department, root }: { department: Department; root: boolean }) {
  const { t } = useText();
  const { message } = App.useApp();
  const change = useChangeDepartment(department.id);
  const rules = useNameRules();
  const [dirty, setDirty] = useState(false);
  const submit = ({ name, head }: { name: string; head: number[] }) =>
    change.mutateAsync({ name: name.trim(), headId: head[0] ?? null, position: department.position }).then(
      () => {
        setDirty(false);
        void message.success(t("form.saved"));
      },
      () => undefined, // shown by FormProblem
    );
  return (
    <Form
      className={css.form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ name: department.name, head: department.head ? [department.head.id] : [] }}
      onFinish={submit}
      onValuesChange={() => setDirty(true)}
    >
      <Form.Item name="name" label={t("admin.departments.name")} rules={rules} hidden={root}>
        <Input maxLength={64} />
      </Form.Item>
      <Form.Item name="head" label={t("admin.departments.head")} extra={t("admin.departments.headHelp")}>
        <PersonPicker single known={department.head ? [department.head] : []} />
      </Form.Item>
      <FormProblem error={change.error} fields={DEPARTMENT_PROBLEMS} />
      <Button type="primary" htmlType="submit" disabled={!dirty} loading={change.isPending}>
        {t("admin.departments.save")}
      </Button>
      <LeaveGuard dirty={dirty && !change.isPending} />
    </Form>
  );
}

/** Only an empty department can go; beside the button stands why it cannot. */
function DeleteButton({ department, tree, onGone }: Omit<Props, "onMove">) {
  const { t } = useText();
  const { modal, message } = App.useApp();
  const remove = useDeleteDepartment();
  const { id, name, parentId } = department;
  const full = department.memberCount > 0 || tree.childrenOf(id).length > 0;
  const ask = () =>
    modal.confirm({
      title: t("admin.departments.deleteTitle", { name }),
      content: t("admin.departments.deleteText"),
      okText: t("admin.departments.deleteDo", { name }),
      okButtonProps: { danger: true },
      cancelText: t("form.cancel"),
      onOk: () =>
        remove.mutateAsync(id).then(
          () => {
            void message.success(t("admin.departments.deleted", { name }));
            onGone(parentId);
          },
          (error) => void message.error(problemText(t, error)),
        ),
    });
  const reason = full ? t("admin.departments.notEmpty", { members: department.memberCount }) : undefined;
  return (
    <>
      <Button danger onClick={ask} disabled={full} aria-description={reason}>
        {t("admin.departments.delete")}
      </Button>
      {reason && <p className={css.reason}>{reason}</p>}
    </>
  );
}
