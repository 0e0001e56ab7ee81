import { Checkbox, Input, InputNumber, Radio, Select } from "antd";
import { useId } from "react";
import type { Recurrence, RecurrenceKind, Weekday } from "@/api/ding-types";
import { useSession } from "@/api/session";
import { useText } from "@/lib/i18n";
import css from "./compose.module.css";
import { type Draft, fieldTime, type When } from "./draft";

const WHENS: When[] = ["NOW", "LATER", "REPEAT"];
const KINDS: RecurrenceKind[] = ["DAILY", "WORKDAYS", "WEEKLY", "MONTHLY"];
const DAYS: Weekday[] = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"];

interface Props {
  draft: Draft;
  onChange: (changes: Partial<Draft>) => void;
}

/** Now, at a minute, or again and again. */
export function WhenField({ draft, onChange }: Props) {
  const { t } = useText();
  const id = useId();
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <>
      <Radio.Group
        aria-label={t("ding.compose.when")}
        value={draft.when}
        onChange={(event) => onChange({ when: event.target.value as When })}
        options={WHENS.map((value) => ({ value, label: t(`ding.compose.whens.${value}`) }))}
      />
      {draft.when === "LATER" && (
        <div className={css.field}>
          <label htmlFor={id}>{t("ding.compose.at", { zone })}</label>
          <Input
            id={id}
            type="datetime-local"
            className={css.short}
            min={fieldTime(new Date())}
            value={draft.sendAt}
            onChange={(event) => onChange({ sendAt: event.target.value })}
          />
        </div>
      )}
      {draft.when === "REPEAT" && (
        <RecurrenceField value={draft.recurrence} onChange={(recurrence) => onChange({ recurrence })} />
      )}
    </>
  );
}

function RecurrenceField({ value, onChange }: { value: Recurrence; onChange: (value: Recurrence) => void }) {
  const { t } = useText();
  const id = useId();
  const { zone } = useSession().org;
  const change = (changes: Partial<Recurrence>) => onChange({ ...value, ...changes });
  return (
    <div className={css.repeat}>
      <div className={css.field}>
        <label htmlFor={`${id}-kind`}>{t("ding.recurrence.kind")}</label>
        <Select
          id={`${id}-kind`}
          className={css.short}
          value={value.kind}
          options={KINDS.map((kind) => ({ value: kind, label: t(`ding.recurrence.kinds.${kind}`) }))}
          onChange={(kind) => change({ kind })}
        />
      </div>
      {value.kind === "WEEKLY" && (
        <Checkbox.Group
          aria-label={t("ding.recurrence.weekdays")}
          value={value.weekdays}
          options={DAYS.map((day) => ({ value: day, label: t(`ding.recurrence.days.${day}`) }))}
          onChange={(days) => change({ weekdays: DAYS.filter((day) => (days as string[]).includes(day)) })}
        />
      )}
      {value.kind === "MONTHLY" && (
        <div className={css.field}>
          <label htmlFor={`${id}-day`}>{t("ding.recurrence.dayOfMonth")}</label>
          <InputNumber
            id={`${id}-day`}
            min={1}
            max={31}
            precision={0}
            value={value.dayOfMonth}
            onChange={(day) => change({ dayOfMonth: day ?? 1 })}
          />
          <span className={css.help}>{t("ding.recurrence.dayHelp")}</span>
        </div>
      )}
      <TextField
        label={t("ding.recurrence.time", { zone })}
        type="time"
        value={value.time}
        onChange={(time) => change({ time })}
      />
      <TextField
        label={t("ding.recurrence.startsOn")}
        type="date"
        value={value.startsOn}
        onChange={(startsOn) => startsOn && change({ startsOn })}
      />
      <TextField
        label={t("ding.recurrence.endsOn")}
        type="date"
        value={value.endsOn ?? ""}
        onChange={(endsOn) => change({ endsOn: endsOn || null })}
      />
    </div>
  );
}

interface TextFieldProps {
  label: string;
  type: "time" | "date";
  value: string;
  onChange: (value: string) => void;
}

function TextField({ label, type, value, onChange }: TextFieldProps) {
  const id = useId();
  return (
    <div className={css.field}>
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        type={type}
        className={css.short}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
