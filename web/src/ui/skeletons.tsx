import css from "./states.module.css";

/** Rows of a list of people or conversations, while the real ones come. */
export function RowSkeletons({ count = 8, label }: { count?: number; label: string }) {
  return (
    <div role="status" aria-label={label} className={css.rows}>
      {Array.from({ length: count }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike
        <div key={index} className={css.row} aria-hidden="true">
          <span className={css.square} />
          <span className={css.lines}>
            <span className={css.line} style={{ width: `${40 + ((index * 17) % 30)}%` }} />
            <span className={css.line} style={{ width: `${60 + ((index * 23) % 35)}%` }} />
          </span>
        </div>
      ))}
    </div>
  );
}

/** Bubbles of a conversation, while the real ones come. */
export function BubbleSkeletons({ label }: { label: string }) {
  const widths = [220, 320, 160, 260, 340, 180];
  return (
    <div role="status" aria-label={label} className={css.bubbles}>
      {widths.map((width, index) => (
        <div key={width} className={css.bubbleRow} data-mine={index % 3 === 1} aria-hidden="true">
          <span className={css.square} />
          <span className={css.bubble} style={{ width }} />
        </div>
      ))}
    </div>
  );
}
