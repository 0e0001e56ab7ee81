import { DeleteOutlined } from "@ant-design/icons";
import { Checkbox, Input } from "antd";
import type { ReactNode } from "react";
import { useText } from "@/lib/i18n";
import { IconButton } from "@/ui/icon-button";
import { useWeekdays } from "./use-weekdays";
import css from "./way.module.css";
import { type HoursDraft, type HoursFlaw, isOvernight } from "./way-draft";

interface Props<T extends HoursDraft> {
  /** 1 for the first: rows have no other name. */
  place: number;
  value: T;
  flaw: HoursFlaw | null;
  onChange: (value: T) => void;
  onRemove: () => void;
  children?: ReactNode;
}

/** Some days of the week, from when until when. */
export function HoursRow<T extends HoursDraft>({ place, value, flaw, onChange, onRemove, children }: Props<T>) {
  const { t } = useText();
  const weekdays = useWeekdays();
  const name = t("way.hours.row", { place });
  return (
    <section className={css.slot} aria-label={name}>
      <div className={css.line}>
        <strong className={css.grow}>{name}</strong>
        <IconButton
          size="small"
          icon={<DeleteOutlined />}
          label={t("way.hours.remove", { place })}
          onClick={onRemove}
        />
      </div>
      <Checkbox.Group
        aria-label={t("way.hours.days")}
        options={weekdays}
        value={value.days}
        onChange={(days) => onChange({ ...value, days })}
      />
      <div className={css.line}>
        <Time value={value.from} label={t("way.hours.from")} onChange={(from) => onChange({ ...value, from })} />
        <span aria-hidden="true">–</span>
        <Time value={value.until} label={t("way.hours.until")} onChange={(until) => onChange({ ...value, until })} />
        {isOvernight(value) && <span className={css.small}>{t("way.hours.nextDay")}</span>}
        {value.until === "00:00" && <span className={css.small}>{t("way.hours.midnight")}</span>}
      </div>
      {children}
      {flaw && (
        <p role="alert" className={css.flaw}>
          {t(`way.hours.flaws.${flaw}`)}
        </p>
      )}
    </section>
  );
}

interface TimeProps {
  value: string;
  label: string;
  onChange: (value: string) => void;
}

function Time({ value, label, onChange }: TimeProps) {
  return (
    <Input
      type="time"
      className={css.time}
      aria-label={label}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}
