import type { Report, ReportBox } from "@/api/report-types";
import { useText } from "@/lib/i18n";
import { absolute, dayAndClock } from "@/lib/times";
import { Avatar } from "@/ui/avatar";
import css from "@/ui/records.module.css";
import { StateTag } from "@/ui/state-tag";
import { DetailMenu } from "./detail-menu";
import { periodText } from "./period-text";
import { titleOf } from "./report-row";

export function DetailHead({ report, box }: { report: Report; box: ReportBox }) {
  const { t, locale } = useText();
  const { head } = report;
  const { author, department, sentAt, editedAt, late, withdrawn } = head;
  return (
    <header className={css.head}>
      <Avatar person={author} size={44} />
      <div className={css.names}>
        <h2 className={css.title}>{titleOf(head, t)}</h2>
        <p className={css.when}>{[periodText(head, locale), department].filter(Boolean).join(" · ")}</p>
        <p className={css.when}>
          <time dateTime={sentAt} title={absolute(sentAt)}>
            {t("report.detail.sent", { time: dayAndClock(sentAt, locale) })}
          </time>
          {editedAt && (
            <>
              {" · "}
              <time dateTime={editedAt} title={absolute(editedAt)}>
                {t("report.detail.edited", { time: dayAndClock(editedAt, locale) })}
              </time>
            </>
          )}
        </p>
      </div>
      {withdrawn && <StateTag tone="quiet">{t("report.row.withdrawn")}</StateTag>}
      {late && <StateTag tone="warn">{t("report.row.late")}</StateTag>}
      <DetailMenu report={report} box={box} />
    </header>
  );
}
