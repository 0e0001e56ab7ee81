import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useRef } from "react";
import { useAtEnd } from "@/lib/use-at-end";
import css from "./endless-list.module.css";

interface Props<T> {
  items: T[];
  keyOf: (item: T) => number | string;
  /** Pixels, before a row has been measured. */
  rowHeight: number;
  label: string;
  render: (item: T, index: number) => ReactNode;
  hasMore?: boolean;
  loadingMore?: boolean;
  onEnd?: () => void;
  /** Above the first row, scrolls with the list. */
  head?: ReactNode;
  empty?: ReactNode;
}

/** A list of any length: only what is in sight is in the page, more is fetched while scrolling. */
export function EndlessList<T>(props: Props<T>) {
  "use no memo"; // the virtualizer changes without changing its identity
  const { items, keyOf, rowHeight, label, render, hasMore = false, loadingMore = false, onEnd, head, empty } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => keyOf(items[index] as T),
    overscan: 8,
    scrollMargin: list.current?.offsetTop ?? 0,
  });
  const rows = virtual.getVirtualItems();
  const last = rows.at(-1)?.index ?? -1;
  const atEnd = hasMore && !loadingMore && last >= items.length - 5;
  useAtEnd(atEnd, items.length, () => onEnd?.());
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
    <section ref={scroller} className={css.scroller} aria-label={label} tabIndex={0}>
      {head}
      {items.length === 0 && !hasMore && empty}
      <ul ref={list} className={css.list} style={{ height: virtual.getTotalSize() }} aria-busy={loadingMore}>
        {rows.map((row) => (
          <li
            key={row.key}
            ref={virtual.measureElement}
            data-index={row.index}
            className={css.item}
            style={{ transform: `translateY(${row.start - virtual.options.scrollMargin}px)` }}
          >
            {render(items[row.index] as T, row.index)}
          </li>
        ))}
      </ul>
    </section>
  );
}
