import type { ReactNode } from "react";
import css from "./states.module.css";

interface Props {
  icon?: ReactNode;
  /** What this place is for. */
  title: string;
  text?: string;
  /** The first thing to do here. */
  action?: ReactNode;
}

export function EmptyState({ icon, title, text, action }: Props) {
  return (
    <div className={css.empty}>
      {icon && (
        <div className={css.icon} aria-hidden="true">
          {icon}
        </div>
      )}
      <p className={css.title}>{title}</p>
      {text && <p className={css.text}>{text}</p>}
      {action && <div className={css.action}>{action}</div>}
    </div>
  );
}
