/** The departments of a company as one flat list in tree order becomes a tree that can be walked, filtered and re-arranged. */

export interface TreeDepartment {
  id: number;
  parentId: number | null;
  name: string;
}

export interface DepartmentTree<T extends TreeDepartment> {
  roots: T[];
  byId: Map<number, T>;
  childrenOf: (id: number) => T[];
}

export interface TreeRow<T extends TreeDepartment> {
  department: T;
  depth: number;
  hasChildren: boolean;
  expanded: boolean;
  /** 1-based place among its siblings and their number, for aria-posinset and aria-setsize. */
  place: number;
  siblings: number;
}

export type DropSide = "before" | "inside" | "after";

export interface Move {
  parentId: number;
  /** Index among the children of the new parent, the moved department itself not counted. */
  position: number;
}

/** A department whose parent is not in the list (a sub-admin sees only a part) becomes a root. Order of the list is kept. */
export function departmentTree<T extends TreeDepartment>(list: readonly T[]): DepartmentTree<T> {
  const byId = new Map(list.map((department) => [department.id, department]));
  const children = new Map<number, T[]>();
  const roots: T[] = [];
  for (const department of list) {
    const parent = department.parentId;
    if (parent === null || !byId.has(parent)) {
      roots.push(department);
    } else {
      const siblings = children.get(parent);
      if (siblings) siblings.push(department);
      else children.set(parent, [department]);
    }
  }
  return { roots, byId, childrenOf: (id) => children.get(id) ?? [] };
}

/** The rows a virtualised tree shows: expanded branches only, depth first. */
export function visibleRows<T extends TreeDepartment>(
  tree: DepartmentTree<T>,
  expanded: ReadonlySet<number>,
): TreeRow<T>[] {
  const rows: TreeRow<T>[] = [];
  const add = (siblings: T[], depth: number) => {
    siblings.forEach((department, index) => {
      const children = tree.childrenOf(department.id);
      const open = children.length > 0 && expanded.has(department.id);
      rows.push({
        department,
        depth,
        hasChildren: children.length > 0,
        expanded: open,
        place: index + 1,
        siblings: siblings.length,
      });
      if (open) add(children, depth + 1);
    });
  };
  add(tree.roots, 0);
  return rows;
}

/** From the top down to the department itself. Empty when it does not exist. */
export function pathOf<T extends TreeDepartment>(tree: DepartmentTree<T>, id: number): T[] {
  const path: T[] = [];
  let here = tree.byId.get(id);
  while (here && path.length < 100) {
    path.unshift(here);
    here = here.parentId === null ? undefined : tree.byId.get(here.parentId);
  }
  return path;
}

/** Departments whose name holds the text, together with the branches that must be open to see them. */
export function findDepartments<T extends TreeDepartment>(
  tree: DepartmentTree<T>,
  text: string,
): { hits: Set<number>; open: Set<number> } {
  const wanted = text.trim().toLocaleLowerCase();
  const hits = new Set<number>();
  const open = new Set<number>();
  if (wanted === "") return { hits, open };
  for (const department of tree.byId.values()) {
    if (!department.name.toLocaleLowerCase().includes(wanted)) continue;
    hits.add(department.id);
    for (const above of pathOf(tree, department.id).slice(0, -1)) open.add(above.id);
  }
  return { hits, open };
}

export function isInSubtree<T extends TreeDepartment>(tree: DepartmentTree<T>, id: number, top: number): boolean {
  return pathOf(tree, id).some((department) => department.id === top);
}

/** The root never moves, and nothing moves into itself or below itself. */
export function mayMove<T extends TreeDepartment>(tree: DepartmentTree<T>, id: number, parentId: number): boolean {
  const moved = tree.byId.get(id);
  return moved !== undefined && moved.parentId !== null && tree.byId.has(parentId) && !isInSubtree(tree, parentId, id);
}

/** What dropping a department on a row means, or null when it is not allowed or would change nothing. */
export function moveByDrop<T extends TreeDepartment>(
  tree: DepartmentTree<T>,
  id: number,
  targetId: number,
  side: DropSide,
): Move | null {
  const moved = tree.byId.get(id);
  const target = tree.byId.get(targetId);
  if (!moved || !target || id === targetId) return null;
  if (side === "inside") {
    if (!mayMove(tree, id, targetId)) return null;
    const others = tree.childrenOf(targetId).filter((sibling) => sibling.id !== id);
    return isSamePlace(tree, moved, targetId, others.length) ? null : { parentId: targetId, position: others.length };
  }
  const parentId = target.parentId;
  if (parentId === null || !mayMove(tree, id, parentId)) return null;
  const others = tree.childrenOf(parentId).filter((sibling) => sibling.id !== id);
  const at = others.findIndex((sibling) => sibling.id === targetId);
  const position = side === "before" ? at : at + 1;
  return isSamePlace(tree, moved, parentId, position) ? null : { parentId, position };
}

function isSamePlace<T extends TreeDepartment>(
  tree: DepartmentTree<T>,
  moved: T,
  parentId: number,
  position: number,
): boolean {
  return (
    moved.parentId === parentId &&
    tree.childrenOf(parentId).findIndex((sibling) => sibling.id === moved.id) === position
  );
}

/** Distance between neighbours, so that there is room for others in between. */
const POSITION_STEP = 1000;

interface Placed {
  id: number;
  position: number;
}

/**
 * The number that puts a department at an index among its new siblings. Numbers are sparse; where two neighbours leave no
 * room, those behind move up (`shifts`), as few as possible. null: behind all others, the server knows where that is.
 */
export function positionAt(siblings: readonly Placed[], index: number): { position: number | null; shifts: Placed[] } {
  const next = siblings[index];
  if (!next) return { position: null, shifts: [] };
  const low = siblings[index - 1]?.position ?? -1;
  if (next.position - low >= 2) return { position: Math.floor((low + next.position) / 2), shifts: [] };
  const position = low + POSITION_STEP;
  const shifts: Placed[] = [];
  let taken = position;
  for (const sibling of siblings.slice(index)) {
    if (sibling.position > taken) break;
    taken += POSITION_STEP;
    shifts.push({ id: sibling.id, position: taken });
  }
  return { position, shifts };
}
