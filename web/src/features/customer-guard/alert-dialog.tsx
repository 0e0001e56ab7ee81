import { useQuery } from "@tanstack/react-query";
import { App, Checkbox, InputNumber, Modal } from "antd";
import { useState } from "react";
import type { GuardSettings } from "@/api/guard-types";
import { api } from "@/api/http";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { PersonPicker } from "@/ui/person-picker";
import { ProblemNote } from "@/ui/problem-note";
import { ALERT_KINDS } from "./alerts-part";
import css from "./guard.module.css";
import { useCards } from "./use-cards";
import { alertSettingsQuery, useGuardChange } from "./use-guard";

/** What the company wants to be alerted of, and who is told. */
export function AlertDialog({ onClose }: { onClose: () => void }) {
  const { data } = useQuery(alertSettingsQuery);
  return data ? <SettingsDialog saved={data} onClose={onClose} /> : null;
}

const NUMBERS = [
  ["recalls", 2, 1000],
  ["recallMinutes", 1, 1440],
] as const;

function SettingsDialog({ saved, onClose }: { saved: GuardSettings; onClose: () => void }) {
  const { t } = useText();
  const { message } = App.useApp();
  const [draft, setDraft] = useState(saved);
  const known = useCards(draft.people);
  const save = useGuardChange((body: GuardSettings) => api.put("/api/customer-guard/settings", body));
  const submit = () =>
    follow(save.mutateAsync(draft), {
      onSuccess: () => {
        void message.success(t("guard.alerts.saved"));
        onClose();
      },
    });
  return (
    <Modal
      open
      title={t("guard.alerts.setup")}
      okText={t("guard.alerts.save")}
      cancelText={t("form.cancel")}
      okButtonProps={{ loading: save.isPending }}
      onOk={submit}
      onCancel={onClose}
    >
      <div className={css.form}>
        <fieldset className={css.field}>
          <legend>{t("guard.alerts.kinds")}</legend>
          <Checkbox.Group
            className={css.choices}
            value={draft.kinds}
            options={ALERT_KINDS.map((value) => ({ value, label: t(`guard.alerts.kind.${value}`) }))}
            onChange={(kinds) => setDraft({ ...draft, kinds })}
          />
        </fieldset>
        <div className={css.field}>
          <label htmlFor="guard-people">{t("guard.alerts.people")}</label>
          <PersonPicker
            id="guard-people"
            known={known}
            value={draft.people}
            onChange={(people) => setDraft({ ...draft, people })}
          />
        </div>
        <Checkbox checked={draft.leads} onChange={({ target }) => setDraft({ ...draft, leads: target.checked })}>
          {t("guard.alerts.leads")}
        </Checkbox>
        {NUMBERS.map(([name, min, max]) => (
          <div key={name} className={css.field}>
            <label htmlFor={`guard-${name}`}>{t(`guard.alerts.${name}`)}</label>
            <InputNumber
              id={`guard-${name}`}
              min={min}
              max={max}
              precision={0}
              value={draft[name]}
              onChange={(value) => setDraft({ ...draft, [name]: value ?? min })}
            />
          </div>
        ))}
        <ProblemNote problem={save.error} />
      </div>
    </Modal>
  );
}
