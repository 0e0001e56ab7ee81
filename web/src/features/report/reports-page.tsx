import { FileTextOutlined } from "@ant-design/icons";
import type { ReportBox } from "@/api/report-types";
import { useText } from "@/lib/i18n";
import { usePhone } from "@/lib/media";
import { EmptyState } from "@/ui/empty-state";
import css from "@/ui/records.module.css";
import { ReportDetail } from "./report-detail";
import { ReportList } from "./report-list";
import { useReportLive } from "./use-report-live";

/** The boxes on the left and one report beside them; on a phone one after the other. */
export function ReportsPage({ box, id }: { box: ReportBox; id: number | null }) {
  const { t } = useText();
  const phone = usePhone();
  useReportLive();
  return (
    <div className={css.page} data-phone={phone || undefined}>
      {(!phone || id === null) && <ReportList key={box} box={box} openId={id} />}
      {id !== null && <ReportDetail key={id} id={id} box={box} phone={phone} />}
      {!phone && id === null && (
        <section className={css.main}>
          <EmptyState icon={<FileTextOutlined />} title={t("report.empty.open")} />
        </section>
      )}
    </div>
  );
}
