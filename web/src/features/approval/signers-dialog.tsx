import { Radio } from "antd";
import { useState } from "react";
import type { SignersWhen, TogetherRule } from "@/api/approval-types";
import type { Card } from "@/api/types";
import { useText } from "@/lib/i18n";
import { PeopleField } from "@/ui/people-field";
import css from "@/ui/records.module.css";
import type { ActProps } from "./act-dialog";
import { ActFrame, ReasonField } from "./act-frame";
import { useDoing } from "./use-doing";

const WHENS: SignersWhen[] = ["BEFORE", "AFTER", "PARALLEL"];
const RULES: TogetherRule[] = ["ALL", "ANY", "IN_TURN"];
const MOST = 20;

/** Others who have to sign as well: before me, after me, or beside me. */
export function SignersDialog({ run, onClose }: ActProps) {
  const { t } = useText();
  const doing = useDoing(run.head.id);
  const task = run.mine.tasks[0];
  const allowed = WHENS.filter((when) => task?.actions.includes(`ADD_${when}`));
  const [where, setWhere] = useState<SignersWhen>(allowed[0] ?? "BEFORE");
  const [people, setPeople] = useState<Card[]>([]);
  const [together, setTogether] = useState<TogetherRule>("ALL");
  const [reason, setReason] = useState("");
  const several = people.length > 1 && where !== "PARALLEL";
  const send = () => {
    if (!task) return;
    const body = {
      task: task.task,
      where,
      people: people.map((each) => each.id),
      together: several ? together : null,
      reason: reason.trim() || null,
    };
    doing.run({ path: "signers", body }, t("approval.signers.done"), onClose);
  };
  return (
    <ActFrame
      title={t("approval.acts.addSigners")}
      send={people.length === 0 ? t("approval.acts.addSigners") : t("approval.signers.send", { count: people.length })}
      ready={people.length > 0}
      doing={doing}
      onSend={send}
      onClose={onClose}
    >
      <Radio.Group
        className={css.radios}
        aria-label={t("approval.signers.where")}
        value={where}
        onChange={(event) => setWhere(event.target.value)}
        options={allowed.map((when) => ({
          value: when,
          label: (
            <>
              {t(`approval.signers.${when}`)} <span className={css.quiet}>{t(`approval.signers.${when}Text`)}</span>
            </>
          ),
        }))}
      />
      <PeopleField label={t("approval.signers.people")} chosen={people} most={MOST} onChange={setPeople} />
      {several && (
        <Radio.Group
          className={css.radios}
          aria-label={t("approval.signers.together")}
          value={together}
          onChange={(event) => setTogether(event.target.value)}
          options={RULES.map((rule) => ({ value: rule, label: t(`approval.together.${rule}`) }))}
        />
      )}
      <ReasonField value={reason} onChange={setReason} />
    </ActFrame>
  );
}
