import { useQuery } from "@tanstack/react-query";
import { Alert, Button } from "antd";
import { useEffect, useEffectEvent, useState } from "react";
import type { Chosen } from "@/api/approval-types";
import type { Flaws, FormDefinition, FormValues } from "@/api/form-types";
import { Problem } from "@/api/http";
import { useText } from "@/lib/i18n";
import { useDebounced } from "@/lib/use-debounced";
import css from "@/ui/fill.module.css";
import { checkForm } from "@/ui/forms/check";
import { flawsOf } from "@/ui/forms/flaws";
import type { FormSurroundings } from "@/ui/forms/form-context";
import { FormFields } from "@/ui/forms/form-fields";
import { useFilesUnderWay } from "@/ui/forms/fresh-files";
import { LeaveGuard } from "@/ui/leave-guard";
import { ProblemNote } from "@/ui/problem-note";
import { LivePath } from "./live-path";
import { missingChoices } from "./path";
import { RelatedField } from "./related-field";
import { choicesQuery, previewQuery, type Subject } from "./use-approvals";

export interface Filled {
  values: FormValues;
  chosen: Chosen;
}

interface Props extends Partial<Pick<FormSurroundings, "files" | "approvals">> {
  subject: Subject;
  form: FormDefinition;
  first: Filled;
  notice: "draft" | "undo" | "again" | null;
  onDiscard?: () => void;
  /** Keeps a draft; without it, leaving asks first. */
  onChange?: (filled: Filled) => void;
  busy: boolean;
  problem: unknown;
  /** The template was published anew meanwhile. */
  changed?: boolean;
  sendText: string;
  onSend: (filled: Filled, onDone: () => void) => void;
}

const QUIET_MS = 500;
const NO_FLAWS: Flaws = {};

/** The form, and beside it whom it will reach with these values. */
export function FillForm(props: Props) {
  const { subject, form, first, notice, onDiscard, onChange, busy, problem, sendText, onSend } = props;
  const { t } = useText();
  const [values, setValues] = useState(first.values);
  const [chosen, setChosen] = useState(first.chosen);
  const [flaws, setFlaws] = useState<Flaws>(NO_FLAWS);
  const [touched, setTouched] = useState(false);
  const [missing, setMissing] = useState<string[]>([]);
  const underWay = useFilesUnderWay();
  const keep = useEffectEvent(() => onChange?.({ values, chosen }));
  const calm = useDebounced(values, QUIET_MS);
  const path = useQuery(previewQuery(subject, calm, chosen));
  const choices = useQuery(choicesQuery(subject)).data ?? [];
  const steps = path.data?.steps ?? [];
  // biome-ignore lint/correctness/useExhaustiveDependencies: kept whenever it changed
  useEffect(() => {
    if (touched) keep();
  }, [values, chosen, touched]);
  useEffect(() => {
    if (!(problem instanceof Problem)) return;
    setFlaws(flawsOf(problem));
    // Sent before the path was there: the place is marked as if it had been known.
    if (problem.code === "flow.choice_required") setMissing([String(problem.params.node)]);
  }, [problem]);
  const send = () => {
    const wrong = checkForm(form, values);
    const open = missingChoices(steps, choices, chosen);
    setFlaws(wrong);
    setMissing(open);
    if (Object.keys(wrong).length === 0 && open.length === 0) {
      onSend({ values, chosen }, () => setTouched(false));
    }
  };
  return (
    <div className={css.form}>
      <LeaveGuard dirty={touched && onChange === undefined} />
      <div className={css.fields}>
        {notice && (
          <Alert
            type="info"
            showIcon
            title={t(`approval.fill.notice.${notice}`)}
            action={
              onDiscard && (
                <Button size="small" onClick={onDiscard}>
                  {t("approval.fill.discard")}
                </Button>
              )
            }
          />
        )}
        <section className={css.part} aria-label={t("approval.fill.form")}>
          <FormFields
            form={form}
            values={values}
            flaws={flaws}
            files={props.files ?? null}
            approvals={props.approvals ?? ((field) => <RelatedField {...field} />)}
            onChange={(update) => {
              setTouched(true);
              setValues(update);
            }}
          />
        </section>
      </div>
      <aside className={css.side}>
        <LivePath
          steps={steps}
          choices={choices}
          chosen={chosen}
          missing={missing}
          busy={path.isFetching || calm !== values}
          problem={path.error}
          onChoose={(node, ids) => {
            setTouched(true);
            setMissing((before) => before.filter((each) => each !== node));
            setChosen((before) => ({ ...before, [node]: ids }));
          }}
        />
        <div className={css.send}>
          {Object.keys(flaws).length === 0 && <ProblemNote problem={problem} action={props.changed && <Reload />} />}
          {Object.keys(flaws).length > 0 && (
            <p className={css.flaw} role="alert">
              {t("approval.fill.flaws", { count: Object.keys(flaws).length })}
            </p>
          )}
          <Button type="primary" size="large" block loading={busy} disabled={underWay} onClick={send}>
            {sendText}
          </Button>
        </div>
      </aside>
    </div>
  );
}

/** The draft is kept; the form comes as it is now. */
function Reload() {
  const { t } = useText();
  return (
    <Button size="small" onClick={() => window.location.reload()}>
      {t("approval.fill.reload")}
    </Button>
  );
}
