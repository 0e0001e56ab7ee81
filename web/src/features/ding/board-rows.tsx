import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useRef } from "react";
import type { BoardRecipient } from "@/api/ding-types";
import { useAtEnd } from "@/lib/use-at-end";
import css from "./board.module.css";

interface Props {
  people: BoardRecipient[];
  label: string;
  hasMore: boolean;
  loading: boolean;
  onEnd: () => void;
  row: (person: BoardRecipient) => ReactNode;
}

const ROW = 84;

/** Two thousand recipients stay light: only those in sight are in the page, more are fetched while scrolling. */
export function BoardRows({ people, label, hasMore, loading, onEnd, row }: Props) {
  "use no memo"; // the virtualizer changes without changing its identity
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: people.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    getItemKey: (index) => people[index]?.id ?? index,
    overscan: 8,
  });
  const rows = virtual.getVirtualItems();
  const atEnd = hasMore && !loading && (rows.at(-1)?.index ?? -1) >= people.length - 5;
  useAtEnd(atEnd, people.length, onEnd);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard
    <section ref={scroller} className={css.scroller} aria-label={label} tabIndex={0}>
      <ul className={css.rows} style={{ height: virtual.getTotalSize() }} aria-busy={loading}>
        {rows.map(({ key, index, start }) => {
          const person = people[index];
          return (
            person && (
              <li
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                className={css.item}
                style={{ transform: `translateY(${start}px)` }}
              >
                {row(person)}
              </li>
            )
          );
        })}
      </ul>
    </section>
  );
}
