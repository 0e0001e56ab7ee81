import type { ReactNode } from "react";
import css from "./state-tag.module.css";

/** What a state means for whoever looks at it; colour says nothing alone. */
export type Tone = "good" | "busy" | "warn" | "bad" | "quiet";

/** A state in one word, framed. */
export function StateTag({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={css.tag} data-tone={tone}>
      {children}
    </span>
  );
}
