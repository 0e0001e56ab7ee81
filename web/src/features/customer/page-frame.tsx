import { ArrowLeftOutlined } from "@ant-design/icons";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useText } from "@/lib/i18n";
import css from "@/ui/fill.module.css";
import { IconButton } from "@/ui/icon-button";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";

interface Props {
  title: string;
  lead: string;
  actions?: ReactNode;
  problem?: unknown;
  pending?: boolean;
  children: ReactNode;
}

/** A page behind the list of customers, with the way back. */
export function PageFrame({ title, lead, actions, problem, pending = false, children }: Props) {
  const { t } = useText();
  const navigate = useNavigate();
  return (
    <div className={css.page}>
      <div className={css.column} data-narrow>
        <header className={css.head}>
          <IconButton
            icon={<ArrowLeftOutlined />}
            label={t("customer.back")}
            onClick={() => void navigate({ to: "/customers" })}
          />
          <h1 className={css.title}>{title}</h1>
          {actions}
        </header>
        <p className={css.lead}>{lead}</p>
        <ProblemNote problem={problem} />
        {pending && !problem && <RowSkeletons count={4} label={t("customer.loading")} />}
        {children}
      </div>
    </div>
  );
}
