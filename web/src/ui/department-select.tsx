import { useQuery } from "@tanstack/react-query";
import { TreeSelect } from "antd";
import { departmentsQuery } from "@/api/directory";
import type { Department } from "@/api/types";
import { type DepartmentTree, departmentTree } from "@/lib/department-tree";
import { useText } from "@/lib/i18n";

interface Node {
  value: number;
  title: string;
  disabled?: boolean;
  children: Node[];
}

interface Common {
  id?: string;
  placeholder?: string;
  "aria-label"?: string;
  "aria-labelledby"?: string;
  /** Departments that cannot be chosen, together with all below them. */
  without?: number;
}

interface Single extends Common {
  value?: number | null;
  onChange?: (id: number | null) => void;
  allowClear?: boolean;
}

/** One department out of the tree, found by name. */
export function DepartmentSelect({ value, onChange, allowClear, without, placeholder, ...rest }: Single) {
  const { t } = useText();
  const { data = [] } = useQuery(departmentsQuery);
  return (
    <TreeSelect<number | null>
      {...rest}
      value={value ?? null}
      onChange={(id) => onChange?.(id ?? null)}
      allowClear={allowClear}
      showSearch={{ treeNodeFilterProp: "title" }}
      treeData={nodes(departmentTree(data), without)}
      treeDefaultExpandedKeys={data.filter((department) => department.parentId === null).map(({ id }) => id)}
      placeholder={placeholder ?? t("form.chooseDepartment")}
      popupMatchSelectWidth={320}
      style={{ width: "100%" }}
    />
  );
}

interface Several extends Common {
  value?: number[];
  onChange?: (ids: number[]) => void;
}

export function DepartmentsSelect({ value = [], onChange, placeholder, without, ...rest }: Several) {
  const { t } = useText();
  const { data = [] } = useQuery(departmentsQuery);
  return (
    <TreeSelect<number[]>
      {...rest}
      multiple
      value={value}
      onChange={(ids) => onChange?.(ids)}
      showSearch={{ treeNodeFilterProp: "title" }}
      treeData={nodes(departmentTree(data), without)}
      treeDefaultExpandedKeys={data.filter((department) => department.parentId === null).map(({ id }) => id)}
      placeholder={placeholder ?? t("form.chooseDepartment")}
      popupMatchSelectWidth={320}
      style={{ width: "100%" }}
    />
  );
}

function nodes(tree: DepartmentTree<Department>, without: number | undefined): Node[] {
  const node = (department: Department, barred: boolean): Node => {
    const disabled = barred || department.id === without;
    return {
      value: department.id,
      title: department.name,
      disabled,
      children: tree.childrenOf(department.id).map((child) => node(child, disabled)),
    };
  };
  return tree.roots.map((root) => node(root, false));
}
