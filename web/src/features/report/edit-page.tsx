import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Alert, App, Button } from "antd";
import { useEffect, useState } from "react";
import type { Flaws } from "@/api/form-types";
import { Problem } from "@/api/http";
import type { Report } from "@/api/report-types";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { dayAndClock } from "@/lib/times";
import css from "@/ui/fill.module.css";
import { checkForm } from "@/ui/forms/check";
import { flawsOf } from "@/ui/forms/flaws";
import { FormFields } from "@/ui/forms/form-fields";
import { useFilesUnderWay } from "@/ui/forms/fresh-files";
import { LeaveGuard } from "@/ui/leave-guard";
import { ProblemNote } from "@/ui/problem-note";
import { PageFrame } from "./page-frame";
import { fileAddress, reportQuery, useEdit } from "./use-reports";

/** Changing a report that was sent, as long as its template allows. */
export function EditPage({ id }: { id: number }) {
  const { t } = useText();
  const { data, error } = useQuery({ ...reportQuery(id), staleTime: Number.POSITIVE_INFINITY });
  return (
    <PageFrame
      title={t("report.edit.title", { template: data?.head.title ?? "" })}
      back={`/reports/${id}?box=SENT`}
      problem={error}
      pending={!data}
    >
      {data && !data.mayEdit && <Alert type="info" showIcon title={t("report.edit.over")} />}
      {data?.mayEdit && <EditForm report={data} />}
    </PageFrame>
  );
}

function EditForm({ report }: { report: Report }) {
  const { t, locale } = useText();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const { id } = report.head;
  // The one that was seen: if it moves meanwhile, the server says so.
  const [version] = useState(report.head.version);
  const edit = useEdit(id);
  const [values, setValues] = useState(report.values);
  const [flaws, setFlaws] = useState<Flaws>({});
  const [done, setDone] = useState(false);
  const underWay = useFilesUnderWay();
  useEffect(() => {
    if (edit.error instanceof Problem) setFlaws(flawsOf(edit.error));
  }, [edit.error]);
  useEffect(() => {
    if (done) void navigate({ to: "/reports/$reportId", params: { reportId: String(id) }, search: { box: "SENT" } });
  }, [done, id, navigate]);
  const send = () => {
    const wrong = checkForm(report.form, values);
    setFlaws(wrong);
    if (Object.keys(wrong).length > 0) return;
    follow(edit.mutateAsync({ version, values }), {
      onSuccess: () => {
        void message.success(t("report.edit.saved"));
        setDone(true);
      },
    });
  };
  return (
    <div className={css.form}>
      <LeaveGuard dirty={!done && values !== report.values} />
      <section className={css.part} aria-label={t("report.write.form")}>
        <FormFields
          form={report.form}
          values={values}
          flaws={flaws}
          files={{ known: report.files, address: (file) => fileAddress(id, file) }}
          onChange={setValues}
        />
      </section>
      <aside className={css.side}>
        <div className={css.send}>
          {report.editableUntil && (
            <p className={css.help}>{t("report.edit.until", { time: dayAndClock(report.editableUntil, locale) })}</p>
          )}
          {Object.keys(flaws).length === 0 && <ProblemNote problem={edit.error} />}
          {Object.keys(flaws).length > 0 && (
            <p className={css.flaw} role="alert">
              {t("report.write.flaws", { count: Object.keys(flaws).length })}
            </p>
          )}
          <Button type="primary" size="large" block loading={edit.isPending} disabled={underWay} onClick={send}>
            {t("report.edit.send")}
          </Button>
        </div>
      </aside>
    </div>
  );
}
