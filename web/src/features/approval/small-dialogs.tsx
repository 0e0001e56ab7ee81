import { Radio } from "antd";
import { useState } from "react";
import { nameOf } from "@/api/people";
import type { Card } from "@/api/types";
import { useText } from "@/lib/i18n";
import { PeopleField } from "@/ui/people-field";
import css from "@/ui/records.module.css";
import type { ActProps } from "./act-dialog";
import { ActFrame, ReasonField } from "./act-frame";
import { useDoing } from "./use-doing";

export function TakeBackDialog({ run, onClose }: ActProps) {
  const { t } = useText();
  const doing = useDoing(run.head.id);
  const task = run.mine.takeBack.at(-1);
  return (
    <ActFrame
      title={t("approval.acts.takeBack")}
      send={t("approval.acts.takeBack")}
      doing={doing}
      onSend={() => doing.run({ path: "take-backs", body: { task } }, t("approval.takeBack.done"), onClose)}
      onClose={onClose}
    >
      <p>{t("approval.takeBack.text")}</p>
    </ActFrame>
  );
}

export function RevokeDialog({ run, onClose }: ActProps) {
  const { t } = useText();
  const doing = useDoing(run.head.id);
  const [reason, setReason] = useState("");
  const body = { reason: reason.trim() || null };
  return (
    <ActFrame
      title={t("approval.revoke.title", { name: `${run.head.title} ${run.head.number}` })}
      send={t("approval.acts.revoke")}
      danger
      doing={doing}
      onSend={() => doing.run({ path: "revocations", body }, t("approval.revoke.done"), onClose)}
      onClose={onClose}
    >
      <p>{t("approval.revoke.text")}</p>
      <ReasonField value={reason} onChange={setReason} />
    </ActFrame>
  );
}

export function CcDialog({ run, onClose }: ActProps) {
  const { t } = useText();
  const doing = useDoing(run.head.id);
  const [people, setPeople] = useState<Card[]>([]);
  const body = { members: people.map((each) => each.id) };
  return (
    <ActFrame
      title={t("approval.acts.cc")}
      send={people.length === 0 ? t("approval.acts.cc") : t("approval.cc.send", { count: people.length })}
      ready={people.length > 0}
      doing={doing}
      onSend={() => doing.run({ path: "readers", body }, t("approval.cc.done"), onClose)}
      onClose={onClose}
    >
      <p>{t("approval.cc.text")}</p>
      <PeopleField label={t("approval.cc.people")} chosen={people} most={100} onChange={setPeople} />
    </ActFrame>
  );
}

export function RemoveSignerDialog({ run, onClose }: ActProps) {
  const { t } = useText();
  const doing = useDoing(run.head.id);
  const [task, setTask] = useState(run.mine.removable[0]?.task);
  return (
    <ActFrame
      title={t("approval.acts.removeSigner")}
      send={t("approval.acts.removeSigner")}
      ready={task !== undefined}
      doing={doing}
      onSend={() => doing.run({ path: `signers/${task}`, method: "delete" }, t("approval.removeSigner.done"), onClose)}
      onClose={onClose}
    >
      <Radio.Group
        className={css.radios}
        aria-label={t("approval.removeSigner.who")}
        value={task}
        onChange={(event) => setTask(event.target.value)}
        options={run.mine.removable.map((each) => ({
          value: each.task,
          label: nameOf(run.people[each.person]) || String(each.task),
        }))}
      />
    </ActFrame>
  );
}
