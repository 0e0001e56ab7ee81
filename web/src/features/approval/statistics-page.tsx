import { BarChartOutlined, DownloadOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button, Segmented, Select } from "antd";
import { useState } from "react";
import { withQuery } from "@/api/http";
import { useSession } from "@/api/session";
import { daysUntil, today } from "@/lib/days";
import { useText } from "@/lib/i18n";
import { EmptyState } from "@/ui/empty-state";
import css from "@/ui/numbers.module.css";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import { PageFrame } from "./page-frame";
import { StatisticsNumbers } from "./statistics-numbers";
import { startableQuery, statisticsQuery } from "./use-approvals";

const SPANS = [7, 30, 90, 365] as const;
const DAY_MS = 24 * 60 * 60_000;

/** For whoever manages the data of templates: how many, how fast, and where they wait. */
export function StatisticsPage() {
  const { t } = useText();
  const { org } = useSession();
  const [span, setSpan] = useState<number>(30);
  const [template, setTemplate] = useState<number | null>(null);
  const templates = useQuery(startableQuery).data ?? [];
  const days = daysUntil(today(org.zone), span);
  const query = useQuery(statisticsQuery(template, days[0] ?? "", days.at(-1) ?? ""));
  const from = new Date(Date.now() - span * DAY_MS).toISOString();
  return (
    <PageFrame
      title={t("approval.statistics.title")}
      back="/approvals"
      actions={
        <Button
          icon={<DownloadOutlined />}
          href={withQuery("/api/approvals/export.xlsx", { template, from })}
          download=""
        >
          {t("approval.export")}
        </Button>
      }
    >
      <div className={css.filters}>
        <Segmented
          aria-label={t("approval.filter.time")}
          value={span}
          onChange={setSpan}
          options={SPANS.map((value) => ({ value, label: t("approval.filter.days", { count: value }) }))}
        />
        <Select<number>
          allowClear
          className={css.select}
          showSearch={{ optionFilterProp: "label" }}
          aria-label={t("approval.filter.template")}
          placeholder={t("approval.statistics.allTemplates")}
          value={template ?? undefined}
          onChange={(id) => setTemplate(id ?? null)}
          options={templates.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </div>
      <ProblemNote problem={query.error} />
      {query.isPending && <RowSkeletons count={6} label={t("approval.loading")} />}
      {query.data?.states.length === 0 && (
        <EmptyState
          icon={<BarChartOutlined />}
          title={t("approval.statistics.empty")}
          text={t("approval.statistics.emptyText")}
        />
      )}
      {query.data && query.data.states.length > 0 && <StatisticsNumbers data={query.data} days={days} />}
    </PageFrame>
  );
}
