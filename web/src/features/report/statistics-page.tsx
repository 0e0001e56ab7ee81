import { BarChartOutlined, DownloadOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Button, Segmented, Select } from "antd";
import { useState } from "react";
import { withQuery } from "@/api/http";
import type { ReportStatistics } from "@/api/report-types";
import { useSession } from "@/api/session";
import { daysUntil, today } from "@/lib/days";
import { useText } from "@/lib/i18n";
import { EmptyState } from "@/ui/empty-state";
import { NumberTiles } from "@/ui/number-tiles";
import css from "@/ui/numbers.module.css";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import { FieldTrend } from "./field-trend";
import { PageFrame } from "./page-frame";
import { StatisticsPeople } from "./statistics-people";
import { StatisticsTeams } from "./statistics-teams";
import { type Span, statisticsQuery } from "./use-overview";
import { overviewsQuery } from "./use-reports";

const SPANS = [7, 30, 90, 365] as const;

/** How reliably is reported, and what the numbers in the reports say. */
export function StatisticsPage({ template }: { template: number | null }) {
  const { t } = useText();
  const navigate = useNavigate();
  const { org } = useSession();
  const [days, setDays] = useState<number>(30);
  const { data: cards, error, isPending } = useQuery(overviewsQuery);
  const chosen = cards?.find((each) => each.id === template) ?? cards?.[0];
  const until = today(org.zone);
  const span: Span = { template: chosen?.id ?? 0, from: daysUntil(until, days)[0] ?? until, until, department: null };
  return (
    <PageFrame
      title={t("report.statistics.title")}
      back="/reports/overview"
      problem={error}
      pending={isPending}
      actions={
        chosen && (
          <Button
            icon={<DownloadOutlined />}
            href={withQuery("/api/reports/export.xlsx", { template: chosen.id, from: span.from, until })}
            download=""
          >
            {t("report.export")}
          </Button>
        )
      }
    >
      {cards?.length === 0 && (
        <EmptyState
          icon={<BarChartOutlined />}
          title={t("report.overview.empty")}
          text={t("report.overview.emptyText")}
        />
      )}
      {cards && chosen && (
        <>
          <div className={css.filters}>
            <Select<number>
              className={css.select}
              showSearch={{ optionFilterProp: "label" }}
              aria-label={t("report.filter.template")}
              value={chosen.id}
              onChange={(id) => void navigate({ to: "/reports/statistics", search: { template: id }, replace: true })}
              options={cards.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <Segmented
              aria-label={t("report.filter.time")}
              value={days}
              onChange={setDays}
              options={SPANS.map((value) => ({ value, label: t("report.filter.days", { count: value }) }))}
            />
          </div>
          <Numbers span={span} days={days} />
        </>
      )}
    </PageFrame>
  );
}

function Numbers({ span, days }: { span: Span; days: number }) {
  const { t } = useText();
  const { data, error, isPending } = useQuery(statisticsQuery(span));
  return (
    <div className={css.stack}>
      <ProblemNote problem={error} />
      {isPending && <RowSkeletons count={6} label={t("report.loading")} />}
      {data && (
        <>
          <Totals data={data} />
          {data.fields.length > 0 && <FieldTrend span={span} days={days} fields={data.fields} />}
          <StatisticsTeams teams={data.teams} />
          <StatisticsPeople span={span} fields={data.fields} />
        </>
      )}
    </div>
  );
}

function Totals({ data }: { data: ReportStatistics }) {
  const { t } = useText();
  const tiles = [
    { name: "must", tone: undefined },
    { name: "sent", tone: "good" },
    { name: "late", tone: "warning" },
    { name: "missing", tone: "bad" },
  ] as const;
  return (
    <NumberTiles
      tiles={tiles.map(({ name, tone }) => ({ name: t(`report.statistics.totals.${name}`), value: data[name], tone }))}
    />
  );
}
