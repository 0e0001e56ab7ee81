import { CloseOutlined, EditOutlined, PaperClipOutlined } from "@ant-design/icons";
import { Button, Modal } from "antd";
import { useState } from "react";
import type { ApprovalRun, Verdict } from "@/api/approval-types";
import type { Field, Flaw, Flaws, FormValues } from "@/api/form-types";
import { Problem } from "@/api/http";
import { useText } from "@/lib/i18n";
import { flawsOf } from "@/ui/forms/flaws";
import { FormFields } from "@/ui/forms/form-fields";
import { useFilesUnderWay } from "@/ui/forms/fresh-files";
import { numbersOf, textOf } from "@/ui/forms/inputs";
import { ProblemNote } from "@/ui/problem-note";
import css from "@/ui/records.module.css";
import { isLate } from "./actions";
import { useDoing } from "./use-doing";

interface Props {
  run: ApprovalRun;
  verdict: Verdict;
  /** Of the form, where the node lets him. */
  changes: FormValues;
  onClose: () => void;
}

/** Agreeing, refusing or being done: a word, a signature and files, of which only a refusal needs the word. */
export function DecideDialog({ run, verdict, changes, onClose }: Props) {
  const { t } = useText();
  const doing = useDoing(run.head.id);
  const [values, setValues] = useState<FormValues>({});
  const [extras, setExtras] = useState({ signature: false, files: false });
  const [flaws, setFlaws] = useState<Flaws>({});
  const underWay = useFilesUnderWay();
  const task = run.mine.tasks[0];
  if (!task) return null;
  const fields = fieldsOf(verdict, extras, t);
  const reason = textOf(values.reason).trim();
  const send = () => {
    const wrong: Record<string, Flaw> = {};
    if (verdict === "REFUSE" && reason === "") wrong.reason = { code: "required" };
    // Drawn is not given yet: it would be lost without a word.
    if (extras.signature && typeof values.signature !== "number") wrong.signature = { code: "not_signed" };
    setFlaws(wrong);
    if (Object.keys(wrong).length > 0) return;
    const body = {
      task: task.task,
      verdict,
      reason: reason || null,
      signature: typeof values.signature === "number" ? values.signature : null,
      files: numbersOf(values.files),
      changes: Object.keys(changes).length > 0 ? changes : null,
    };
    doing.run({ path: "decisions", body }, t(`approval.decide.done.${verdict}`), onClose);
  };
  return (
    <Modal
      open
      title={t(`approval.decide.title.${verdict}`)}
      okText={t(`approval.decide.send.${verdict}`)}
      cancelText={t("form.cancel")}
      okButtonProps={{ danger: verdict === "REFUSE", disabled: underWay }}
      confirmLoading={doing.busy}
      onOk={send}
      onCancel={onClose}
    >
      <FormFields form={{ fields }} values={values} flaws={flaws} onChange={setValues} />
      <div className={css.extras}>
        <Button
          type="text"
          icon={extras.signature ? <CloseOutlined /> : <EditOutlined />}
          onClick={() => {
            setExtras({ ...extras, signature: !extras.signature });
            setValues(({ signature: _gone, ...others }) => others);
            setFlaws({});
          }}
        >
          {t(extras.signature ? "approval.decide.noSignature" : "approval.decide.addSignature")}
        </Button>
        {!extras.files && (
          <Button type="text" icon={<PaperClipOutlined />} onClick={() => setExtras({ ...extras, files: true })}>
            {t("approval.decide.addFiles")}
          </Button>
        )}
      </div>
      <Refusal run={run} problem={doing.problem} />
    </Modal>
  );
}

type Text = ReturnType<typeof useText>["t"];

function fieldsOf(verdict: Verdict, extras: { signature: boolean; files: boolean }, t: Text): Field[] {
  const refusing = verdict === "REFUSE";
  return [
    {
      key: "reason",
      kind: "LONG_TEXT",
      label: t(refusing ? "approval.decide.reason" : "approval.decide.comment"),
      required: refusing,
      maxLength: 2000,
    },
    ...(extras.signature
      ? [{ key: "signature", kind: "SIGNATURE" as const, label: t("approval.decide.signature") }]
      : []),
    ...(extras.files ? [{ key: "files", kind: "ATTACHMENT" as const, label: t("approval.decide.files") }] : []),
  ];
}

/** What is wrong with the form's own fields is named by their labels: they stand behind the dialog. */
function Refusal({ run, problem }: { run: ApprovalRun; problem: unknown }) {
  const { t } = useText();
  if (problem instanceof Problem && isLate(problem.code)) return null;
  const wrong = Object.keys(flawsOf(problem));
  const labels = run.form.fields
    .filter((field) => wrong.some((path) => path === field.key || path.startsWith(`${field.key}[`)))
    .map((field) => field.label);
  return (
    <>
      <ProblemNote problem={problem} />
      {labels.length > 0 && (
        <p className={css.flaw}>{t("approval.decide.wrongFields", { fields: labels.join(t("approval.comma")) })}</p>
      )}
    </>
  );
}
