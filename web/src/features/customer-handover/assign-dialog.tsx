import { App, Modal } from "antd";
import { useState } from "react";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { PersonPicker } from "@/ui/person-picker";
import { ProblemNote } from "@/ui/problem-note";
import { FirstWords } from "./first-words";
import css from "./handover.module.css";
import { Refusals } from "./refusals";
import { useAssign } from "./use-handovers";

interface Props {
  leaver: number;
  relationIds: number[];
  onClose: () => void;
}

/** Chosen customers go to one colleague, at once. */
export function AssignDialog({ leaver, relationIds, onClose }: Props) {
  const { t } = useText();
  const { message } = App.useApp();
  const assign = useAssign(leaver);
  const [taker, setTaker] = useState<number[]>([]);
  const [words, setWords] = useState("");
  const save = () => {
    const takerId = taker[0];
    if (takerId === undefined) return;
    follow(assign.mutateAsync({ relationIds, takerId, message: words }), {
      onSuccess: ({ items }) => {
        const done = items.filter(({ problem }) => problem === null).length;
        if (done > 0) void message.success(t("handover.assign.done", { count: done }));
        if (done === items.length) onClose();
      },
    });
  };
  return (
    <Modal
      open
      title={t("handover.assign.title", { count: relationIds.length })}
      okText={t("handover.assign.do")}
      cancelText={t("form.cancel")}
      okButtonProps={{ disabled: taker.length === 0 || relationIds.length === 0, loading: assign.isPending }}
      onOk={save}
      onCancel={onClose}
    >
      <div className={css.form}>
        <p className={css.quiet}>{t("handover.assign.history")}</p>
        <div className={css.field}>
          <label htmlFor="handover-taker">{t("handover.assign.taker")}</label>
          <PersonPicker id="handover-taker" single value={taker} onChange={setTaker} />
        </div>
        <FirstWords id="handover-words" label={t("handover.assign.message")} value={words} onChange={setWords} />
        <ProblemNote problem={assign.error} />
        {assign.data && <Refusals results={assign.data} />}
      </div>
    </Modal>
  );
}
