import { useQuery } from "@tanstack/react-query";
import { App, Modal } from "antd";
import { useState } from "react";
import type { CustomerTransferProps } from "@/lib/customer-transfer";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { PersonPicker } from "@/ui/person-picker";
import { ProblemNote } from "@/ui/problem-note";
import { FirstWords } from "./first-words";
import css from "./handover.module.css";
import { Refusals } from "./refusals";
import { settingsQuery, useOffer } from "./use-handovers";

interface Props extends CustomerTransferProps {
  onClose: () => void;
}

/** On the job: the customer is told and may refuse. */
export function TransferDialog({ customer, relationId, onClose }: Props) {
  const { t } = useText();
  const { message } = App.useApp();
  const settings = useQuery(settingsQuery);
  const offer = useOffer();
  const [taker, setTaker] = useState<number[]>([]);
  const [words, setWords] = useState("");
  const save = () => {
    const takerId = taker[0];
    if (takerId === undefined) return;
    follow(offer.mutateAsync({ relationIds: [relationId], takerId, message: words }), {
      onSuccess: ({ items }) => {
        if (items.some(({ problem }) => problem !== null)) return;
        void message.success(t("handover.transfer.done"));
        onClose();
      },
    });
  };
  return (
    <Modal
      open
      title={t("handover.transfer.title", { name: customer.name })}
      okText={t("handover.transfer.do")}
      cancelText={t("form.cancel")}
      okButtonProps={{ disabled: taker.length === 0, loading: offer.isPending }}
      onOk={save}
      onCancel={onClose}
    >
      <div className={css.form}>
        <p className={css.quiet}>{t("handover.transfer.text", { hours: settings.data?.answerHours ?? 24 })}</p>
        <div className={css.field}>
          <label htmlFor="transfer-taker">{t("handover.transfer.taker")}</label>
          <PersonPicker id="transfer-taker" single value={taker} onChange={setTaker} />
        </div>
        <FirstWords id="transfer-words" label={t("handover.transfer.message")} value={words} onChange={setWords} />
        <ProblemNote problem={offer.error} />
        {offer.data && <Refusals results={offer.data} />}
      </div>
    </Modal>
  );
}
