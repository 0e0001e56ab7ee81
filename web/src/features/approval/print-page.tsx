import { PrinterOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { QRCodeSVG } from "qrcode.react";
import type { ApprovalRun } from "@/api/approval-types";
import { nameOf } from "@/api/people";
import { useSession } from "@/api/session";
import { useText } from "@/lib/i18n";
import { absolute } from "@/lib/times";
import { FilePiece } from "@/ui/forms/file-piece";
import { FormContext, NOTHING_AROUND } from "@/ui/forms/form-context";
import { FormReading } from "@/ui/forms/form-reading";
import { ProblemNote } from "@/ui/problem-note";
import { titleOf } from "./approval-row";
import { explains, wordsOf } from "./history-words";
import css from "./print.module.css";
import { surroundingsOf } from "./run-form";
import { standingOf } from "./tone";
import { runQuery } from "./use-approvals";

/** A sheet of paper: the form, who decided what and when, and the address as a QR code. */
export function PrintPage({ id }: { id: number }) {
  const { t } = useText();
  const { data: run, error } = useQuery(runQuery(id));
  return (
    <main className={css.page}>
      <div className={css.tools}>
        <Button type="primary" icon={<PrinterOutlined />} disabled={!run} onClick={() => window.print()}>
          {t("approval.print.print")}
        </Button>
      </div>
      <ProblemNote problem={error} />
      {run && <Sheet run={run} />}
    </main>
  );
}

function Sheet({ run }: { run: ApprovalRun }) {
  const { t } = useText();
  const { org } = useSession();
  const { head } = run;
  const around = surroundingsOf(run);
  return (
    <article className={css.sheet}>
      <header className={css.head}>
        <div className={css.names}>
          <p className={css.company}>{org.name}</p>
          <h1 className={css.title}>{titleOf(head, t)}</h1>
          <p>{t("approval.print.number", { number: head.number })}</p>
          <p>{t("approval.detail.submitted", { time: absolute(head.submittedAt) })}</p>
          <p>{t("approval.print.state", { state: t(`approval.states.${standingOf(head)}`) })}</p>
        </div>
        <QRCodeSVG
          value={`${window.location.origin}/approvals/${head.id}`}
          size={96}
          level="M"
          title={t("approval.print.qr")}
        />
      </header>
      <FormReading form={run.form} values={run.values} look="print" {...around} />
      <h2 className={css.subtitle}>{t("approval.history.title")}</h2>
      <FormContext value={{ ...NOTHING_AROUND, ...around }}>
        <table className={css.history}>
          <thead>
            <tr>
              <th scope="col">{t("approval.print.when")}</th>
              <th scope="col">{t("approval.print.who")}</th>
              <th scope="col">{t("approval.print.what")}</th>
              <th scope="col">{t("approval.decide.comment")}</th>
            </tr>
          </thead>
          <tbody>
            {run.history.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: what happened does not move
              <Row key={index} run={run} index={index} why={explains(line)} />
            ))}
          </tbody>
        </table>
      </FormContext>
    </article>
  );
}

function Row({ run, index, why }: { run: ApprovalRun; index: number; why: boolean }) {
  const { t } = useText();
  const line = run.history[index];
  if (!line) return null;
  const name = (id: number) => nameOf(run.people[id]);
  const people = line.people.map(name).join(t("approval.comma"));
  return (
    <tr>
      <td className="tabular">{absolute(line.at)}</td>
      <td>
        {line.by === null ? "" : name(line.by)}
        {line.forWhom !== null && line.forWhom !== line.by && (
          <> {t("approval.history.forWhom", { name: name(line.forWhom) })}</>
        )}
      </td>
      <td>
        {[
          t(`approval.history.what.${wordsOf(line, run.head.state)}`, { people, node: line.node }),
          line.node,
          why && line.why ? t(`approval.why.${line.why}`) : "",
        ]
          .filter(Boolean)
          .join(" · ")}
      </td>
      <td>
        {line.text}
        {line.signature !== null && <FilePiece id={line.signature} photo />}
      </td>
    </tr>
  );
}
