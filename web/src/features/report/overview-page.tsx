import { LineChartOutlined, TeamOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Button, Select } from "antd";
import { useState } from "react";
import type { ReportOverviewCard } from "@/api/report-types";
import { useText } from "@/lib/i18n";
import { DepartmentSelect } from "@/ui/department-select";
import { EmptyState } from "@/ui/empty-state";
import css from "@/ui/numbers.module.css";
import { OverviewPeople } from "./overview-people";
import { PageFrame } from "./page-frame";
import { periodText } from "./period-text";
import { periodsQuery } from "./use-overview";
import { useReportLive } from "./use-report-live";
import { overviewsQuery } from "./use-reports";

interface Props {
  template: number | null;
  day: string | null;
}

/** Who has reported: for data managers everybody, for superiors their people. */
export function OverviewPage({ template, day }: Props) {
  const { t } = useText();
  const navigate = useNavigate();
  useReportLive();
  const { data, error, isPending } = useQuery(overviewsQuery);
  const chosen = data?.find((each) => each.id === template) ?? data?.find((each) => each.cycle !== "NONE") ?? data?.[0];
  return (
    <PageFrame
      title={t("report.overview.title")}
      back="/reports"
      problem={error}
      pending={isPending}
      actions={
        chosen && (
          <Button
            icon={<LineChartOutlined />}
            onClick={() => void navigate({ to: "/reports/statistics", search: { template: chosen.id } })}
          >
            {t("report.statistics.title")}
          </Button>
        )
      }
    >
      {data?.length === 0 && (
        <EmptyState icon={<TeamOutlined />} title={t("report.overview.empty")} text={t("report.overview.emptyText")} />
      )}
      {data && chosen && <Chosen key={chosen.id} all={data} template={chosen} day={day} />}
    </PageFrame>
  );
}

interface ChosenProps {
  all: ReportOverviewCard[];
  template: ReportOverviewCard;
  day: string | null;
}

function Chosen({ all, template, day }: ChosenProps) {
  const { t, locale } = useText();
  const navigate = useNavigate();
  const [department, setDepartment] = useState<number | null>(null);
  const periods = useQuery({ ...periodsQuery(template.id), enabled: template.cycle !== "NONE" }).data ?? [];
  const period = (periods.find(({ period: each }) => day !== null && each.from <= day && day <= each.to) ?? periods[0])
    ?.period;
  const go = (search: { template: number; day?: string }) => void navigate({ to: "/reports/overview", search });
  return (
    <>
      <div className={css.filters}>
        <Select<number>
          className={css.select}
          showSearch={{ optionFilterProp: "label" }}
          aria-label={t("report.filter.template")}
          value={template.id}
          onChange={(id) => go({ template: id })}
          options={all.map(({ id, name }) => ({ value: id, label: name }))}
        />
        {period && (
          <Select<string>
            className={css.select}
            aria-label={t("report.overview.period")}
            value={period.day}
            onChange={(next) => go({ template: template.id, day: next })}
            options={periods.map((each) => ({
              value: each.period.day,
              label: t("report.overview.periodOption", {
                period: periodText(each.period, locale),
                sent: each.sent,
                must: each.must,
              }),
            }))}
          />
        )}
        {template.all && (
          <div className={css.select}>
            <DepartmentSelect
              allowClear
              aria-label={t("report.overview.department")}
              placeholder={t("report.overview.department")}
              value={department}
              onChange={setDepartment}
            />
          </div>
        )}
      </div>
      {!template.all && <p className={css.note}>{t("report.overview.mine")}</p>}
      {template.cycle === "NONE" ? (
        <EmptyState icon={<TeamOutlined />} title={t("report.overview.noCycle")} />
      ) : (
        period && <OverviewPeople seen={{ template: template.id, day: period.day, department }} />
      )}
    </>
  );
}
