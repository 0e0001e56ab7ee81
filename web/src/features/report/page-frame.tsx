import { ArrowLeftOutlined } from "@ant-design/icons";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useText } from "@/lib/i18n";
import css from "@/ui/fill.module.css";
import { IconButton } from "@/ui/icon-button";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import { TemplateIcon } from "@/ui/template-icon";

interface Props {
  title: string;
  icon?: string;
  back: string;
  actions?: ReactNode;
  problem?: unknown;
  pending?: boolean;
  children: ReactNode;
}

/** A page of reports with a title and the way back. */
export function PageFrame({ title, icon, back, actions, problem, pending = false, children }: Props) {
  const { t } = useText();
  const navigate = useNavigate();
  return (
    <div className={css.page}>
      <div className={css.column}>
        <header className={css.head}>
          <IconButton
            icon={<ArrowLeftOutlined />}
            label={t("report.back")}
            onClick={() => void navigate({ href: back })}
          />
          {icon !== undefined && <TemplateIcon name={icon} />}
          <h1 className={css.title}>{title}</h1>
          {actions}
        </header>
        <ProblemNote problem={problem} />
        {pending && !problem && <RowSkeletons count={6} label={t("report.loading")} />}
        {children}
      </div>
    </div>
  );
}
