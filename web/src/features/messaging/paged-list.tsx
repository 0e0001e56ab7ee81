import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useRef } from "react";
import { useText } from "@/lib/i18n";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import css from "./side-panel.module.css";
import { useMore, type usePaged } from "./use-paged";

interface Props<T> {
  pages: Omit<ReturnType<typeof usePaged<T>>, "first" | "data">;
  label: string;
  rowHeight: number;
  idOf: (item: T) => number;
  row: (item: T) => ReactNode;
  empty: ReactNode;
}

/** A virtual list over pages that come while it is scrolled; 10,000 members stay light. */
export function PagedList<T>({ pages, label, rowHeight, idOf, row, empty }: Props<T>) {
  "use no memo"; // The virtualiser is mutable; compiled code would not see its changes.
  const { t } = useText();
  const scroller = useRef<HTMLDivElement>(null);
  const { items } = pages;
  const list = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  const shown = list.getVirtualItems();
  useMore(shown.at(-1)?.index ?? 0, items.length, pages);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard
    <section ref={scroller} className={css.scroller} tabIndex={0} aria-label={label}>
      <ProblemNote problem={pages.error} />
      {pages.isPending && <RowSkeletons label={t("ui.loading")} count={6} />}
      {pages.isSuccess && items.length === 0 && empty}
      {items.length > 0 && (
        <ul className={css.rows} aria-label={label} style={{ height: list.getTotalSize() }}>
          {shown.map((each) => {
            const item = items[each.index];
            return (
              item !== undefined && (
                <li
                  key={idOf(item)}
                  className={css.item}
                  style={{ transform: `translateY(${each.start}px)` }}
                  aria-posinset={each.index + 1}
                  aria-setsize={pages.hasNextPage ? -1 : items.length}
                >
                  {row(item)}
                </li>
              )
            );
          })}
        </ul>
      )}
    </section>
  );
}
