import css from "./records.module.css";

/** How much waits behind a tab; nothing when nothing does. */
export function Count({ value }: { value: number }) {
  if (value === 0) return null;
  return <span className={css.count}>{value > 99 ? "99+" : value}</span>;
}
