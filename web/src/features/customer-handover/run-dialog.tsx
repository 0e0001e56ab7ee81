import { Checkbox, Modal } from "antd";
import { useState } from "react";
import type { Leaver } from "@/api/handover-types";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { PersonPicker } from "@/ui/person-picker";
import { ProblemNote } from "@/ui/problem-note";
import { FirstWords } from "./first-words";
import css from "./handover.module.css";
import { useRun } from "./use-handovers";

/** Everything of a leaver goes to one colleague, or is spread over several. */
export function RunDialog({ leaver, onClose }: { leaver: Leaver; onClose: () => void }) {
  const { t } = useText();
  const run = useRun(leaver.member.id);
  const [takers, setTakers] = useState<number[]>([]);
  const [words, setWords] = useState("");
  const [ways, setWays] = useState(leaver.ways > 0);
  const save = () =>
    follow(run.mutateAsync({ takerIds: takers, waysTo: ways ? (takers[0] ?? null) : null, message: words }), {
      onSuccess: onClose,
    });
  return (
    <Modal
      open
      title={t("handover.assign.titleAll")}
      okText={t("handover.assign.do")}
      cancelText={t("form.cancel")}
      okButtonProps={{ disabled: takers.length === 0, loading: run.isPending }}
      onOk={save}
      onCancel={onClose}
    >
      <div className={css.form}>
        <p className={css.quiet}>{t("handover.assign.history")}</p>
        <div className={css.field}>
          <label htmlFor="handover-takers">{t("handover.assign.takers")}</label>
          <PersonPicker id="handover-takers" value={takers} onChange={setTakers} />
        </div>
        <FirstWords id="handover-run-words" label={t("handover.assign.message")} value={words} onChange={setWords} />
        {leaver.ways > 0 && (
          <Checkbox checked={ways} onChange={({ target }) => setWays(target.checked)}>
            {t("handover.assign.waysToo")}
          </Checkbox>
        )}
        <ProblemNote problem={run.error} />
      </div>
    </Modal>
  );
}
