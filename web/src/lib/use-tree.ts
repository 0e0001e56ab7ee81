import { useState } from "react";
import {
  type DepartmentTree,
  departmentTree,
  findDepartments,
  pathOf,
  type TreeDepartment,
  type TreeRow,
  visibleRows,
} from "./department-tree";

interface OpenTree<T extends TreeDepartment> {
  tree: DepartmentTree<T>;
  rows: TreeRow<T>[];
  hits: ReadonlySet<number>;
  toggle: (id: number, open: boolean) => void;
}

/** Which branches are open: the roots, the way to what is chosen, what a search found, and what the person opened. */
export function useTree<T extends TreeDepartment>(
  departments: readonly T[],
  chosen: number | null,
  text = "",
): OpenTree<T> {
  const [touched, setTouched] = useState<ReadonlyMap<number, boolean>>(new Map());
  const tree = departmentTree(departments);
  const { hits, open: found } = findDepartments(tree, text);
  const open = new Set(tree.roots.map((root) => root.id));
  if (chosen !== null) for (const above of pathOf(tree, chosen).slice(0, -1)) open.add(above.id);
  for (const [id, wanted] of touched) {
    if (wanted) open.add(id);
    else open.delete(id);
  }
  for (const id of found) open.add(id);
  return {
    tree,
    rows: visibleRows(tree, open),
    hits,
    toggle: (id, wanted) => setTouched(new Map(touched).set(id, wanted)),
  };
}
