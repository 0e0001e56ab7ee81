import type { DropSide, TreeDepartment, TreeRow } from "@/lib/department-tree";

type KeyAction = { kind: "go" | "choose"; id: number } | { kind: "toggle"; id: number; open: boolean };

/** What a key does in a tree whose active row is `at` (-1: none yet), after the WAI-ARIA practices. */
export function treeKey<T extends TreeDepartment>(key: string, rows: TreeRow<T>[], at: number): KeyAction | null {
  const row = rows[at];
  const go = (index: number): KeyAction | null => {
    const target = rows[Math.max(0, Math.min(rows.length - 1, index))];
    return target ? { kind: "go", id: target.department.id } : null;
  };
  switch (key) {
    case "ArrowDown":
      return go(at + 1);
    case "ArrowUp":
      return go(at - 1);
    case "Home":
      return go(0);
    case "End":
      return go(rows.length - 1);
    case "ArrowRight":
      if (!row?.hasChildren) return null;
      return row.expanded ? go(at + 1) : { kind: "toggle", id: row.department.id, open: true };
    case "ArrowLeft":
      if (!row) return null;
      if (row.expanded) return { kind: "toggle", id: row.department.id, open: false };
      return go(rows.findIndex((other) => other.department.id === row.department.parentId));
    case "Enter":
    case " ":
      return row ? { kind: "choose", id: row.department.id } : null;
    default:
      return null;
  }
}

/** The upper and lower quarter of a row mean "before" and "after", its middle means "into". */
export function sideOf(event: { clientY: number; currentTarget: Element }, height: number): DropSide {
  const y = event.clientY - event.currentTarget.getBoundingClientRect().top;
  if (y < height * 0.25) return "before";
  return y > height * 0.75 ? "after" : "inside";
}
