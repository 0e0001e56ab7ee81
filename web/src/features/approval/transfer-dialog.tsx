import { useState } from "react";
import { nameOf } from "@/api/people";
import type { Card } from "@/api/types";
import { useText } from "@/lib/i18n";
import { PeopleField } from "@/ui/people-field";
import type { ActProps } from "./act-dialog";
import { ActFrame, ReasonField } from "./act-frame";
import { useDoing } from "./use-doing";

export function TransferDialog({ run, onClose }: ActProps) {
  const { t } = useText();
  const doing = useDoing(run.head.id);
  const [to, setTo] = useState<Card | null>(null);
  const [reason, setReason] = useState("");
  const task = run.mine.tasks[0];
  const send = () => {
    if (!task || !to) return;
    const body = { task: task.task, to: to.id, reason: reason.trim() || null };
    doing.run({ path: "transfers", body }, t("approval.transfer.done", { name: nameOf(to) }), onClose);
  };
  return (
    <ActFrame
      title={t("approval.acts.transfer")}
      send={to ? t("approval.transfer.send", { name: nameOf(to) }) : t("approval.acts.transfer")}
      ready={to !== null}
      doing={doing}
      onSend={send}
      onClose={onClose}
    >
      <PeopleField
        label={t("approval.transfer.to")}
        chosen={to ? [to] : []}
        most={1}
        onChange={([person]) => setTo(person ?? null)}
      />
      <ReasonField value={reason} onChange={setReason} />
    </ActFrame>
  );
}
