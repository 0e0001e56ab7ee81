import { useParams, useSearch } from "@tanstack/react-router";
import { ChoosePage } from "@/features/report/choose-page";
import { EditPage } from "@/features/report/edit-page";
import { OverviewPage } from "@/features/report/overview-page";
import { ReportsPage } from "@/features/report/reports-page";
import { StatisticsPage } from "@/features/report/statistics-page";
import { WritePage } from "@/features/report/write-page";
import { idOf } from "./id-of";

const useId = () => idOf(useParams({ strict: false }).reportId);

export function Reports() {
  const { box } = useSearch({ from: "/shell/reports" });
  return <ReportsPage box={box ?? "RECEIVED"} id={useId()} />;
}

export function ChooseReport() {
  return <ChoosePage />;
}

export function WriteReport() {
  const { templateId } = useParams({ from: "/shell/reports/new/$templateId" });
  const { day } = useSearch({ from: "/shell/reports/new/$templateId" });
  return <WritePage key={`${templateId}-${day}`} template={Number(templateId)} day={day ?? null} />;
}

export function EditReport() {
  return <EditPage id={useId() ?? 0} />;
}

export function ReportOverviews() {
  const { template, day } = useSearch({ from: "/shell/reports/overview" });
  return <OverviewPage template={template ?? null} day={day ?? null} />;
}

export function ReportStatistics() {
  const { template } = useSearch({ from: "/shell/reports/statistics" });
  return <StatisticsPage template={template ?? null} />;
}
