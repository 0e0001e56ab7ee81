import { CaretRightOutlined } from "@ant-design/icons";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type DragEvent, type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import type { Department } from "@/api/types";
import { type Move, moveByDrop, type DepartmentTree as Tree, type TreeRow } from "@/lib/department-tree";
import css from "./department-tree.module.css";
import { sideOf, treeKey } from "./department-tree-rules";

const ROW_HEIGHT = 40;

interface Props {
  tree: Tree<Department>;
  rows: TreeRow<Department>[];
  label: string;
  selected: number | null;
  onSelect: (id: number) => void;
  onToggle: (id: number, open: boolean) => void;
  /** Marked in the list, for instance what a search found. */
  hits?: ReadonlySet<number>;
  /** Given: departments can be dragged. */
  onMove?: (id: number, move: Move) => void;
  /** At the end of a row. */
  extra?: (department: Department) => ReactNode;
}

interface Drop {
  id: number;
  side: "before" | "inside" | "after";
}

/** A tree of a thousand departments that scrolls smoothly and works by keyboard as the ARIA practices say. */
export function DepartmentTree({ tree, rows, label, selected, onSelect, onToggle, hits, onMove, extra }: Props) {
  "use no memo"; // the virtualizer changes without changing its identity
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<number | null>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const [drop, setDrop] = useState<Drop | null>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  });
  const at = rows.findIndex((row) => row.department.id === (active ?? selected));
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls when another row is chosen, not when rows move
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at);
  }, [active, selected]);
  const press = (event: KeyboardEvent) => {
    const action = treeKey(event.key, rows, at);
    if (!action) return;
    event.preventDefault();
    if (action.kind === "go") setActive(action.id);
    else if (action.kind === "toggle") onToggle(action.id, action.open);
    else onSelect(action.id);
  };
  const over = (event: DragEvent, target: number) => {
    if (dragged === null) return;
    const side = sideOf(event, ROW_HEIGHT);
    const possible = moveByDrop(tree, dragged, target, side) !== null;
    if (possible) event.preventDefault();
    setDrop(possible ? { id: target, side } : null);
  };
  const finish = () => {
    const move = dragged !== null && drop ? moveByDrop(tree, dragged, drop.id, drop.side) : null;
    if (dragged !== null && move) onMove?.(dragged, move);
    setDragged(null);
    setDrop(null);
  };
  return (
    <div
      ref={scroller}
      role="tree"
      aria-label={label}
      tabIndex={0}
      className={css.tree}
      aria-activedescendant={at >= 0 ? `${id}-${rows[at]?.department.id}` : undefined}
      onKeyDown={press}
    >
      <div role="none" style={{ height: virtual.getTotalSize(), position: "relative" }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index] as TreeRow<Department>;
          const department = row.department;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the tree itself takes the keys
            // biome-ignore lint/a11y/useFocusableInteractive: focus stays on the tree (aria-activedescendant)
            <div
              key={department.id}
              id={`${id}-${department.id}`}
              role="treeitem"
              aria-level={row.depth + 1}
              aria-expanded={row.hasChildren ? row.expanded : undefined}
              aria-selected={department.id === selected}
              aria-posinset={row.place}
              aria-setsize={row.siblings}
              className={css.row}
              data-active={department.id === active || undefined}
              data-hit={hits?.has(department.id) || undefined}
              data-drop={drop?.id === department.id ? drop.side : undefined}
              style={{ top: start, height: ROW_HEIGHT, paddingLeft: 8 + row.depth * 18 }}
              draggable={onMove !== undefined && department.parentId !== null}
              onDragStart={() => setDragged(department.id)}
              onDragOver={(event) => over(event, department.id)}
              onDrop={finish}
              onDragEnd={finish}
              onClick={() => {
                setActive(department.id);
                onSelect(department.id);
              }}
            >
              {/* biome-ignore lint/a11y/useKeyWithClickEvents: left and right do the same */}
              {/* biome-ignore lint/a11y/noStaticElementInteractions: left and right do the same */}
              <span
                className={css.caret}
                data-open={row.expanded || undefined}
                data-none={!row.hasChildren || undefined}
                onClick={(event) => {
                  if (!row.hasChildren) return;
                  event.stopPropagation();
                  onToggle(department.id, !row.expanded);
                }}
              >
                <CaretRightOutlined aria-hidden />
              </span>
              <span className={css.name} title={department.name}>
                {department.name}
              </span>
              <span className={css.count}>{department.memberCount}</span>
              {extra?.(department)}
            </div>
          );
        })}
      </div>
    </div>
  );
}
