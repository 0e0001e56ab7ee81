import { Alert } from "antd";
import type { ReportPeriod } from "@/api/report-types";
import { useText } from "@/lib/i18n";
import { dayAndClock } from "@/lib/times";
import { periodText } from "./period-text";
import css from "./report.module.css";

/** What is reported on and until when; in words, when it is late already. */
export function PeriodPart({ period }: { period: ReportPeriod }) {
  const { t, locale } = useText();
  const { dueAt, free } = period;
  const late = dueAt !== null && Date.parse(dueAt) < Date.now();
  return (
    <>
      <p className={css.period}>
        <strong>{t("report.write.period", { period: periodText(period, locale) })}</strong>
        {dueAt !== null && <span>{t("report.write.due", { time: dayAndClock(dueAt, locale) })}</span>}
      </p>
      {late && <Alert type="warning" showIcon title={t("report.write.late")} />}
      {free && <Alert type="info" showIcon title={t("report.write.free")} />}
    </>
  );
}
