import { Radio, Select } from "antd";
import { useId, useState } from "react";
import { useText } from "@/lib/i18n";
import css from "@/ui/records.module.css";
import type { ActProps } from "./act-dialog";
import { ActFrame, ReasonField } from "./act-frame";
import { useDoing } from "./use-doing";

const APPLICANT = "";

/** Back to the applicant or to an earlier node, and how it goes on afterwards. */
export function ReturnDialog({ run, onClose }: ActProps) {
  const { t } = useText();
  const doing = useDoing(run.head.id);
  const id = useId();
  const task = run.mine.tasks[0];
  const [to, setTo] = useState(APPLICANT);
  const [then, setThen] = useState<"START" | "HERE">("START");
  const [reason, setReason] = useState("");
  const send = () => {
    if (!task) return;
    const body = { task: task.task, to: to === APPLICANT ? null : to, then, reason: reason.trim() };
    doing.run({ path: "returns", body }, t("approval.return.done"), onClose);
  };
  return (
    <ActFrame
      title={t("approval.acts.return")}
      send={t("approval.return.send")}
      ready={reason.trim() !== ""}
      doing={doing}
      onSend={send}
      onClose={onClose}
    >
      <div className={css.field}>
        <label htmlFor={id}>{t("approval.return.to")}</label>
        <Select
          id={id}
          value={to}
          onChange={setTo}
          options={[
            { value: APPLICANT, label: t("approval.return.applicant", { name: run.head.applicant.name }) },
            ...(task?.returnTo ?? []).map(({ node, name }) => ({
              value: node,
              label: name === node || name === "" ? t("approval.path.kinds.APPROVE") : name,
            })),
          ]}
        />
      </div>
      <Radio.Group
        className={css.radios}
        aria-label={t("approval.return.then")}
        value={then}
        onChange={(event) => setThen(event.target.value)}
        options={[
          { value: "START", label: t("approval.return.START") },
          { value: "HERE", label: t("approval.return.HERE") },
        ]}
      />
      <ReasonField required value={reason} onChange={setReason} />
    </ActFrame>
  );
}
