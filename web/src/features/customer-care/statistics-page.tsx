import { BarChartOutlined, DownloadOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import type { CareScope, CareStatistics } from "@/api/care-types";
import { withQuery } from "@/api/http";
import { useSession } from "@/api/session";
import { daysUntil, today } from "@/lib/days";
import { useText } from "@/lib/i18n";
import { DepartmentSelect } from "@/ui/department-select";
import { EmptyState } from "@/ui/empty-state";
import numbers from "@/ui/numbers.module.css";
import { PageFrame } from "@/ui/page-frame";
import { RowSkeletons } from "@/ui/skeletons";
import css from "./care.module.css";
import { OfficePart } from "./office-part";
import { ScopeBar } from "./scope-bar";
import { SpanField } from "./span-field";
import { StatisticsCharts } from "./statistics-charts";
import { StatisticsMembers } from "./statistics-members";
import { StatisticsTiles } from "./statistics-tiles";
import { type Span, scopesQuery, statisticsQuery, useCareLive } from "./use-care";

const SHOWN_FIRST = 30;

/** How employees serve their customers, in numbers. */
export function StatisticsPage({ scope }: { scope: CareScope }) {
  const { t } = useText();
  const navigate = useNavigate();
  const { org } = useSession();
  const [last] = useState(() => today(org.zone));
  const [span, setSpan] = useState<Span>({ from: daysUntil(last, SHOWN_FIRST)[0] ?? last, until: last });
  const [department, setDepartment] = useState<number | null>(null);
  useCareLive();
  const scopes = useQuery(scopesQuery).data ?? ["MINE"];
  const only = scope === "MINE" ? null : department;
  const { data, error, isPending } = useQuery(statisticsQuery(scope, span, only));
  return (
    <PageFrame
      title={t("care.statistics.title")}
      lead={t("care.statistics.lead")}
      back={{ href: "/customers", label: t("care.back") }}
      loading={t("care.loading")}
      problem={error}
      actions={
        <Button
          icon={<DownloadOutlined />}
          href={withQuery(`/api/customer-care/statistics/${scope}/export.xlsx`, { ...span, department: only })}
          download=""
        >
          {t("care.statistics.export")}
        </Button>
      }
    >
      <ScopeBar
        scopes={scopes}
        scope={scope}
        words="statistics"
        onScope={(next) => void navigate({ to: "/customers/statistics", search: { scope: next }, replace: true })}
      />
      <div className={numbers.filters}>
        <SpanField last={last} span={span} onSpan={setSpan} />
        {scope !== "MINE" && (
          <div className={numbers.select}>
            <DepartmentSelect
              allowClear
              aria-label={t("care.statistics.department")}
              placeholder={t("care.statistics.department")}
              value={department}
              onChange={setDepartment}
            />
          </div>
        )}
      </div>
      {isPending && !error && <RowSkeletons count={6} label={t("care.loading")} />}
      {data && <Numbers data={data} scope={scope} span={span} department={only} />}
      {scope === "ALL" && <OfficePart last={last} />}
    </PageFrame>
  );
}

interface NumbersProps {
  data: CareStatistics;
  scope: CareScope;
  span: Span;
  department: number | null;
}

function Numbers({ data, scope, span, department }: NumbersProps) {
  const { t } = useText();
  return (
    <div className={css.stack}>
      <StatisticsTiles now={data.total} before={data.before} />
      {data.days.length === 0 ? (
        <EmptyState
          icon={<BarChartOutlined />}
          title={t("care.statistics.none")}
          text={t("care.statistics.noneText")}
        />
      ) : (
        <>
          <StatisticsCharts data={data} />
          {scope !== "MINE" && <StatisticsMembers scope={scope} span={span} department={department} />}
        </>
      )}
    </div>
  );
}
