// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by hand (only those in sight exist), which <table> cannot do
// biome-ignore-all lint/a11y/useFocusableInteractive: a static table's rows take no focus; what they hold does
import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useRef } from "react";
import { useAtEnd } from "@/lib/use-at-end";
import css from "./data-table.module.css";

export interface Column<T> {
  key: string;
  title: string;
  /** Pixels; the widths together are the least width of the table. */
  width: number;
  render: (row: T) => ReactNode;
}

interface Props<T> {
  rows: T[];
  columns: Column<T>[];
  keyOf: (row: T) => number | string;
  label: string;
  hasMore?: boolean;
  loadingMore?: boolean;
  onEnd?: () => void;
  empty?: ReactNode;
  chosen?: number | string | null;
}

const ROW_HEIGHT = 48;

/** A wide table of any length: the header and the first column stay, only the rows in sight are in the page. */
export function DataTable<T>(props: Props<T>) {
  "use no memo"; // the virtualizer changes without changing its identity
  const { rows, columns, keyOf, label, hasMore = false, loadingMore = false, onEnd, empty, chosen = null } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  });
  const shown = virtual.getVirtualItems();
  const atEnd = hasMore && !loadingMore && (shown.at(-1)?.index ?? -1) >= rows.length - 8;
  useAtEnd(atEnd, rows.length, () => onEnd?.());
  const grid = {
    gridTemplateColumns: columns.map((column) => `minmax(${column.width}px, ${column.width}fr)`).join(" "),
  };
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  if (rows.length === 0 && !hasMore) return <div className={css.scroller}>{empty}</div>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
    <div ref={scroller} className={css.scroller} tabIndex={0} role="group" aria-label={label}>
      <div
        role="table"
        aria-label={label}
        aria-rowcount={hasMore ? -1 : rows.length + 1}
        aria-busy={loadingMore}
        style={{ minWidth: width }}
      >
        <div role="rowgroup" className={css.header}>
          <div role="row" className={css.row} style={grid} aria-rowindex={1}>
            {columns.map((column) => (
              <div key={column.key} role="columnheader" className={css.cell}>
                {column.title}
              </div>
            ))}
          </div>
        </div>
        <div role="rowgroup" className={css.body} style={{ height: virtual.getTotalSize() }}>
          {shown.map(({ index, start }) => {
            const row = rows[index] as T;
            return (
              <div
                key={keyOf(row)}
                role="row"
                aria-rowindex={index + 2}
                className={css.row}
                data-chosen={keyOf(row) === chosen || undefined}
                style={{ ...grid, transform: `translateY(${start}px)`, height: ROW_HEIGHT }}
              >
                {columns.map((column) => (
                  <div key={column.key} role="cell" className={css.cell}>
                    {column.render(row)}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
