import { ArrowLeftOutlined } from "@ant-design/icons";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import type { Report, ReportBox } from "@/api/report-types";
import { useText } from "@/lib/i18n";
import { FormReading } from "@/ui/forms/form-reading";
import { IconButton } from "@/ui/icon-button";
import { ProblemNote } from "@/ui/problem-note";
import css from "@/ui/records.module.css";
import { RowSkeletons } from "@/ui/skeletons";
import { Comments } from "./comments";
import { DetailHead } from "./detail-head";
import { Reactions } from "./reactions";
import { countsQuery } from "./report-summary";
import { fileAddress, listsKey, reportQuery } from "./use-reports";

/** One report: what it says, who has read it, what people say to it. */
export function ReportDetail({ id, box, phone }: { id: number; box: ReportBox; phone: boolean }) {
  const { t } = useText();
  const navigate = useNavigate();
  const { data: report, error, isPending } = useQuery(reportQuery(id));
  useSeen(report);
  return (
    <section className={css.detail} aria-label={t("report.detail.label")}>
      {phone && (
        <header className={css.bar}>
          <IconButton
            icon={<ArrowLeftOutlined />}
            label={t("report.back")}
            onClick={() => void navigate({ to: "/reports", search: { box } })}
          />
        </header>
      )}
      <div className={css.scroll}>
        <div className={css.column}>
          {!report && <ProblemNote problem={error} />}
          {isPending && <RowSkeletons count={5} label={t("report.loading")} />}
          {report && (
            <>
              <DetailHead report={report} box={box} />
              <section className={css.part} aria-label={t("report.write.form")}>
                <FormReading
                  form={report.form}
                  values={report.values}
                  files={{ known: report.files, address: (file) => fileAddress(id, file) }}
                />
              </section>
              <Reactions head={report.head} />
              <Comments report={report} />
            </>
          )}
        </div>
      </div>
    </section>
  );
}

/** To open it is to read it: the marks in lists and badge go. */
function useSeen(report: Report | undefined) {
  const cache = useQueryClient();
  const version = report?.head.version;
  useEffect(() => {
    if (version === undefined) return;
    void cache.invalidateQueries({ queryKey: listsKey });
    void cache.invalidateQueries({ queryKey: countsQuery.queryKey });
  }, [version, cache]);
}
