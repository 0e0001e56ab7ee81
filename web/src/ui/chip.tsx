import type { ReactNode } from "react";
import css from "./chip.module.css";

interface Props {
  on: boolean;
  onPick: () => void;
  children: ReactNode;
}

/** One of several choices that are on or off, such as a filter. */
export function Chip({ on, onPick, children }: Props) {
  return (
    <button type="button" className={css.chip} aria-pressed={on} onClick={onPick}>
      {children}
    </button>
  );
}

/** Chips that belong together, in lines. */
export function Chips({ label, children }: { label: string; children: ReactNode }) {
  return (
    <fieldset className={css.chips} aria-label={label}>
      {children}
    </fieldset>
  );
}
