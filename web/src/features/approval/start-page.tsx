import { ArrowLeftOutlined, FormOutlined, SearchOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { Input } from "antd";
import { useState } from "react";
import type { Startable } from "@/api/approval-types";
import { useText } from "@/lib/i18n";
import { EmptyState } from "@/ui/empty-state";
import css from "@/ui/fill.module.css";
import { IconButton } from "@/ui/icon-button";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import { TemplateIcon } from "@/ui/template-icon";
import { grouped } from "./start-groups";
import { startableQuery } from "./use-approvals";

/** All that this person may apply for. */
export function StartPage() {
  const { t } = useText();
  const navigate = useNavigate();
  const [query, setQuery] = useState("");
  const { data, error, isPending } = useQuery(startableQuery);
  const groups = grouped(data ?? [], query);
  return (
    <div className={css.page}>
      <div className={css.column}>
        <header className={css.head}>
          <IconButton
            icon={<ArrowLeftOutlined />}
            label={t("approval.back")}
            onClick={() => void navigate({ to: "/approvals" })}
          />
          <h1 className={css.title}>{t("approval.start.title")}</h1>
          <Input
            allowClear
            className={css.search}
            prefix={<SearchOutlined />}
            placeholder={t("approval.start.search")}
            aria-label={t("approval.start.search")}
            value={query}
            onChange={(event) => setQuery(event.target.value)}
          />
        </header>
        <ProblemNote problem={error} />
        {isPending && <RowSkeletons count={6} label={t("approval.loading")} />}
        {data && groups.length === 0 && (
          <EmptyState
            icon={<FormOutlined />}
            title={t(query.trim() === "" ? "approval.start.empty" : "approval.start.nothing")}
            text={query.trim() === "" ? t("approval.start.emptyText") : undefined}
          />
        )}
        {groups.map(({ name, templates }) => (
          <section key={name} className={css.group} aria-label={name || t("approval.start.others")}>
            <h2 className={css.groupName}>{name || t("approval.start.others")}</h2>
            <ul className={css.grid}>
              {templates.map((template) => (
                <li key={template.id}>
                  <Tile template={template} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}

function Tile({ template }: { template: Startable }) {
  return (
    <Link className={css.tile} to="/approvals/new/$templateId" params={{ templateId: String(template.id) }}>
      <TemplateIcon large name={template.icon} />
      <span className={css.tileLines}>
        <span className={css.tileName}>{template.name}</span>
        {template.description && <span className={css.tileText}>{template.description}</span>}
      </span>
    </Link>
  );
}
