import { FormOutlined, SearchOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Input } from "antd";
import { useState } from "react";
import type { Startable } from "@/api/approval-types";
import { useText } from "@/lib/i18n";
import { EmptyState } from "@/ui/empty-state";
import css from "@/ui/fill.module.css";
import { TemplateIcon } from "@/ui/template-icon";
import { PageFrame } from "./page-frame";
import { grouped } from "./start-groups";
import { startableQuery } from "./use-approvals";

/** All that this person may apply for. */
export function StartPage() {
  const { t } = useText();
  const [query, setQuery] = useState("");
  const { data, error, isPending } = useQuery(startableQuery);
  const groups = grouped(data ?? [], query);
  return (
    <PageFrame
      title={t("approval.start.title")}
      back="/approvals"
      problem={error}
      pending={isPending}
      actions={
        <Input
          allowClear
          className={css.search}
          prefix={<SearchOutlined />}
          placeholder={t("approval.start.search")}
          aria-label={t("approval.start.search")}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      }
    >
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
    </PageFrame>
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
