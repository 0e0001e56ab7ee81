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
  back: { to: string };
  problem: unknown;
  pending: boolean;
  children: ReactNode;
}

export function FillFrame({ title, icon, back, problem, pending, children }: Props) {
  const { t } = useText();
  const navigate = useNavigate();
  return (
    <div className={css.page}>
      <div className={css.column}>
        <header className={css.head}>
          <IconButton
            icon={<ArrowLeftOutlined />}
            label={t("approval.back")}
            onClick={() => void navigate({ href: back.to })}
          />
          {icon !== undefined && <TemplateIcon large name={icon} />}
          <h1 className={css.title}>{title || t("approval.start.title")}</h1>
        </header>
        <ProblemNote problem={problem} />
        {pending && !problem && <RowSkeletons count={6} label={t("approval.loading")} />}
        {children}
      </div>
    </div>
  );
}
