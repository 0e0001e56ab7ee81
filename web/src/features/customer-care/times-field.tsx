import { InputNumber, Radio } from "antd";
import { useId } from "react";
import type { CareTimes } from "@/api/care-types";
import { useText } from "@/lib/i18n";
import { MembersField } from "@/ui/members-field";
import css from "./care.module.css";

const MINUTES_MAX = 2880;

interface Props {
  value: CareTimes;
  onChange: (value: CareTimes) => void;
}

/** How long, and then what. */
export function TimesField({ value, onChange }: Props) {
  const { t } = useText();
  const id = useId();
  return (
    <>
      <div className={css.pair}>
        {(["remindMinutes", "escalateMinutes"] as const).map((name) => (
          <div key={name} className={css.field}>
            <label htmlFor={`${id}-${name}`}>{t(`care.rules.${name}`)}</label>
            <InputNumber
              id={`${id}-${name}`}
              min={1}
              max={MINUTES_MAX}
              precision={0}
              suffix={t("care.rules.minutes")}
              value={value[name]}
              onChange={(next) => onChange({ ...value, [name]: next ?? 1 })}
            />
          </div>
        ))}
      </div>
      <div className={css.field}>
        <span id={`${id}-action`}>{t("care.rules.action")}</span>
        <Radio.Group
          aria-labelledby={`${id}-action`}
          value={value.action}
          onChange={({ target }) => onChange({ ...value, action: target.value as CareTimes["action"] })}
          options={(["ALERT", "REASSIGN"] as const).map((action) => ({
            value: action,
            label: t(`care.rules.actions.${action}`),
          }))}
        />
      </div>
      {value.action === "REASSIGN" && (
        <div className={css.field}>
          <span>{t("care.rules.colleagues")}</span>
          <MembersField
            label={t("care.rules.colleagues")}
            ids={value.colleagues}
            onChange={(colleagues) => onChange({ ...value, colleagues })}
          />
          <span className={css.small}>{t("care.rules.colleaguesHelp")}</span>
        </div>
      )}
      <div className={css.field}>
        <span>{t("care.rules.alert")}</span>
        <MembersField
          label={t("care.rules.alert")}
          ids={value.alert}
          onChange={(alert) => onChange({ ...value, alert })}
        />
        <span className={css.small}>{t("care.rules.alertHelp")}</span>
      </div>
    </>
  );
}
