import { ArrowLeftOutlined } from "@ant-design/icons";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import css from "./fill.module.css";
import { IconButton } from "./icon-button";
import { ProblemNote } from "./problem-note";
import { RowSkeletons } from "./skeletons";

export interface FrameProps {
  title: string;
  back: { href: string; label: string };
  icon?: ReactNode;
  actions?: ReactNode;
  lead?: string;
  /** For text and short forms. */
  narrow?: boolean;
  problem?: unknown;
  pending?: boolean;
  /** What a screen reader hears while it is pending. */
  loading: string;
  children: ReactNode;
}

/** A page behind another one, with the way back. */
export function PageFrame(props: FrameProps) {
  const { title, back, icon, actions, lead, narrow, problem, pending = false, loading, children } = props;
  const navigate = useNavigate();
  return (
    <div className={css.page}>
      <div className={css.column} data-narrow={narrow || undefined}>
        <header className={css.head}>
          <IconButton
            icon={<ArrowLeftOutlined />}
            label={back.label}
            onClick={() => void navigate({ href: back.href })}
          />
          {icon}
          <h1 className={css.title}>{title}</h1>
          {actions && <div className={css.actions}>{actions}</div>}
        </header>
        {lead !== undefined && <p className={css.lead}>{lead}</p>}
        <ProblemNote problem={problem} />
        {pending && !problem && <RowSkeletons count={6} label={loading} />}
        {children}
      </div>
    </div>
  );
}
