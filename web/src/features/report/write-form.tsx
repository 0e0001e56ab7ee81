import { Alert, Button } from "antd";
import { useEffect, useEffectEvent, useState } from "react";
import type { Flaws, FormValues } from "@/api/form-types";
import { Problem } from "@/api/http";
import type { ReportConversation, ReportForm } from "@/api/report-types";
import type { Card } from "@/api/types";
import { useText } from "@/lib/i18n";
import { absolute, clock, dayAndClock } from "@/lib/times";
import css from "@/ui/fill.module.css";
import { checkForm } from "@/ui/forms/check";
import { flawsOf } from "@/ui/forms/flaws";
import { FormFields } from "@/ui/forms/form-fields";
import { useFilesUnderWay } from "@/ui/forms/fresh-files";
import { ProblemNote } from "@/ui/problem-note";
import { FactsPart } from "./facts-part";
import { LastButton } from "./last-button";
import { PeriodPart } from "./period-part";
import { RecipientsPart } from "./recipients-part";
import own from "./report.module.css";
import type { useDraft } from "./use-draft";

export interface Written {
  values: FormValues;
  recipients: Card[];
  conversations: ReportConversation[];
}

interface Props {
  form: ReportForm;
  first: Written;
  /** When the draft was saved that is gone on with. */
  resumed: string | null;
  draft: ReturnType<typeof useDraft>;
  busy: boolean;
  problem: unknown;
  /** The template was published anew meanwhile. */
  changed: boolean;
  onDiscard: () => void;
  onReload: () => void;
  onKeep: (written: Written) => void;
  onSend: (written: Written) => void;
}

const NO_FLAWS: Flaws = {};

/** The form first; beside it, or below on a phone, when it is due and who gets it. */
export function WriteForm(props: Props) {
  const { form, first, resumed, draft, busy, problem } = props;
  const { t, locale } = useText();
  const [written, setWritten] = useState(first);
  const [flaws, setFlaws] = useState<Flaws>(NO_FLAWS);
  const [touched, setTouched] = useState(false);
  const underWay = useFilesUnderWay();
  const keep = useEffectEvent(() => props.onKeep(written));
  // biome-ignore lint/correctness/useExhaustiveDependencies: kept whenever it changed
  useEffect(() => {
    if (touched) keep();
  }, [written, touched]);
  useEffect(() => {
    if (problem instanceof Problem) setFlaws(flawsOf(problem));
  }, [problem]);
  const change = (update: (before: Written) => Written) => {
    setTouched(true);
    setWritten(update);
  };
  const values = (update: (before: FormValues) => FormValues) =>
    change((before) => ({ ...before, values: update(before.values) }));
  const send = () => {
    const wrong = checkForm(form.form, written.values);
    setFlaws(wrong);
    if (Object.keys(wrong).length === 0) props.onSend(written);
  };
  const wrong = Object.keys(flaws).length;
  return (
    <div className={css.form}>
      <div className={css.fields}>
        {form.period.cycle !== "NONE" && <PeriodPart period={form.period} />}
        {resumed !== null && (
          <Alert
            type="info"
            showIcon
            title={t("report.write.resumed", { time: dayAndClock(resumed, locale) })}
            action={
              <Button size="small" onClick={props.onDiscard}>
                {t("report.write.discard")}
              </Button>
            }
          />
        )}
        <section className={css.part} aria-label={t("report.write.form")}>
          {form.last && (
            <LastButton template={form.id} onTake={(last) => values((before) => ({ ...before, ...last }))} />
          )}
          <FormFields form={form.form} values={written.values} flaws={flaws} onChange={values} />
        </section>
      </div>
      <aside className={css.side}>
        <FactsPart form={form} onTake={values} />
        <RecipientsPart
          form={form}
          added={written.recipients}
          onChange={(recipients) => change((before) => ({ ...before, recipients }))}
        />
        <div className={css.send}>
          {wrong === 0 && (
            <ProblemNote
              problem={problem}
              action={
                props.changed && (
                  <Button size="small" onClick={props.onReload}>
                    {t("report.write.reload")}
                  </Button>
                )
              }
            />
          )}
          <ProblemNote problem={draft.problem} />
          {wrong > 0 && (
            <p className={css.flaw} role="alert">
              {t("report.write.flaws", { count: wrong })}
            </p>
          )}
          <Button type="primary" size="large" block loading={busy} disabled={underWay} onClick={send}>
            {t("report.write.send")}
          </Button>
          <p className={own.saved} role="status">
            {draft.saving && t("report.write.saving")}
            {!draft.saving && draft.savedAt !== null && (
              <time dateTime={draft.savedAt} title={absolute(draft.savedAt)}>
                {t("report.write.saved", { time: clock(draft.savedAt, locale) })}
              </time>
            )}
          </p>
        </div>
      </aside>
    </div>
  );
}
