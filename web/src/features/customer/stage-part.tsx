import { Input, Modal, Select } from "antd";
import { useState } from "react";
import type { CustomerProfile } from "@/api/customer-types";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { ProblemNote } from "@/ui/problem-note";
import css from "./customer.module.css";
import { useSetStage, useStages } from "./use-customers";

/** Where the customer stands; being lost asks for the reason. */
export function StagePart({ profile }: { profile: CustomerProfile }) {
  const { t } = useText();
  const { stages, nameOf } = useStages();
  const set = useSetStage(profile.id);
  const [losing, setLosing] = useState<string | null>(null);
  const choose = (key: string) => {
    if (stages.find((stage) => stage.key === key)?.lost) setLosing(key);
    else set.mutate({ stage: key });
  };
  return (
    <section className={css.part} aria-label={t("customer.stage")}>
      <h3 className={css.partTitle}>{t("customer.stage")}</h3>
      <Select
        aria-label={t("customer.stage")}
        loading={set.isPending}
        value={profile.stage}
        options={stages.map(({ key }) => ({ value: key, label: nameOf(key) }))}
        onChange={choose}
      />
      {profile.lostReason !== "" && (
        <p className={css.quiet}>{t("customer.lostReason", { reason: profile.lostReason })}</p>
      )}
      {losing === null && <ProblemNote problem={set.error} />}
      {losing !== null && (
        <LostDialog
          name={nameOf(losing)}
          error={set.error}
          busy={set.isPending}
          onClose={() => setLosing(null)}
          onDone={(reason) => follow(set.mutateAsync({ stage: losing, reason }), { onSuccess: () => setLosing(null) })}
        />
      )}
    </section>
  );
}

interface DialogProps {
  name: string;
  error: unknown;
  busy: boolean;
  onClose: () => void;
  onDone: (reason: string) => void;
}

function LostDialog({ name, error, busy, onClose, onDone }: DialogProps) {
  const { t } = useText();
  const [reason, setReason] = useState("");
  return (
    <Modal
      open
      title={t("customer.lostTitle", { name })}
      okText={t("customer.save")}
      cancelText={t("form.cancel")}
      confirmLoading={busy}
      okButtonProps={{ disabled: reason.trim() === "" }}
      onOk={() => onDone(reason)}
      onCancel={onClose}
    >
      <Input.TextArea
        autoFocus
        rows={3}
        maxLength={200}
        showCount
        aria-label={t("customer.lostWhy")}
        placeholder={t("customer.lostWhy")}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <ProblemNote problem={error} />
    </Modal>
  );
}
