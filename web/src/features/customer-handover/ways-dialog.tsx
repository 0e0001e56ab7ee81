import { App, Modal } from "antd";
import { useState } from "react";
import type { Leaver } from "@/api/handover-types";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { PersonPicker } from "@/ui/person-picker";
import { ProblemNote } from "@/ui/problem-note";
import css from "./handover.module.css";
import { useWays } from "./use-handovers";

/** Whoever stands in the codes of a leaver from now on. */
export function WaysDialog({ leaver, onClose }: { leaver: Leaver; onClose: () => void }) {
  const { t } = useText();
  const { message } = App.useApp();
  const ways = useWays(leaver.member.id);
  const [taker, setTaker] = useState<number[]>([]);
  const save = () =>
    follow(ways.mutateAsync(taker[0] ?? null), {
      onSuccess: ({ changed }) => {
        void message.success(t("handover.ways.changed", { count: changed }));
        onClose();
      },
    });
  return (
    <Modal
      open
      title={t("handover.ways.title")}
      okText={t("handover.ways.do")}
      cancelText={t("form.cancel")}
      okButtonProps={{ loading: ways.isPending }}
      onOk={save}
      onCancel={onClose}
    >
      <div className={css.form}>
        <p className={css.quiet}>{t("handover.ways.text", { name: leaver.member.name })}</p>
        <div className={css.field}>
          <label htmlFor="handover-ways">{t("handover.ways.taker")}</label>
          <PersonPicker id="handover-ways" single value={taker} onChange={setTaker} />
        </div>
        <ProblemNote problem={ways.error} />
      </div>
    </Modal>
  );
}
