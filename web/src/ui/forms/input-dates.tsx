import { Input, Select } from "antd";
import type { DateRange, Precision } from "@/api/form-types";
import { useText } from "@/lib/i18n";
import { halfDay, lengthUnit, rangeLength } from "./dates";
import css from "./forms.module.css";
import { ariaOf, type InputProps, textOf } from "./inputs";

interface MomentProps {
  id: string;
  precision: Precision;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
  /** Said before "date" and "half": which end of a range it is. */
  label?: string;
  aria: ReturnType<typeof ariaOf>;
  earliest?: string;
}

/** One day, half day or minute by the browser's own fields: they know the finger and the keyboard best. */
function Moment({ id, precision, value, onChange, label, aria, earliest }: MomentProps) {
  const { t } = useText();
  const status = aria["aria-invalid"] ? "error" : undefined;
  if (precision === "MINUTE") {
    return (
      <Input
        id={id}
        type="datetime-local"
        status={status}
        aria-label={label}
        min={earliest}
        value={value ?? ""}
        onChange={(event) => onChange(event.target.value.slice(0, 16) || undefined)}
        {...aria}
      />
    );
  }
  if (precision === "DAY") {
    return (
      <Input
        id={id}
        type="date"
        status={status}
        aria-label={label}
        min={earliest}
        value={value ?? ""}
        onChange={(event) => onChange(event.target.value || undefined)}
        {...aria}
      />
    );
  }
  const { day, half } = halfDay(value);
  return (
    <span className={css.halfDay}>
      <Input
        id={id}
        type="date"
        status={status}
        aria-label={label}
        value={day}
        onChange={(event) => onChange(event.target.value ? `${event.target.value} ${half}` : undefined)}
        {...aria}
      />
      <Select
        className={css.half}
        aria-label={label ? `${label} ${t("forms.half")}` : t("forms.half")}
        value={half}
        disabled={day === ""}
        options={(["AM", "PM"] as const).map((each) => ({ value: each, label: t(`forms.halves.${each}`) }))}
        onChange={(next) => onChange(`${day} ${next}`)}
      />
    </span>
  );
}

export function DateInput(props: InputProps) {
  const { field, id, value, onChange } = props;
  return (
    <div className={css.short}>
      <Moment
        id={id}
        precision={field.precision ?? "DAY"}
        value={textOf(value) || undefined}
        onChange={onChange}
        aria={ariaOf(props)}
      />
    </div>
  );
}

export function DateRangeInput(props: InputProps) {
  const { field, id, labelId, value, onChange } = props;
  const { t } = useText();
  const range = (value ?? {}) as DateRange;
  const precision = field.precision ?? "DAY";
  const aria = ariaOf(props);
  const change = (changes: DateRange) => {
    const { from, to } = { ...range, ...changes };
    onChange(from || to ? { from, to } : undefined);
  };
  return (
    <fieldset className={css.group} aria-labelledby={labelId}>
      <div className={css.range}>
        <Moment
          id={id}
          precision={precision}
          value={range.from}
          onChange={(from) => change({ from })}
          label={t("forms.from")}
          aria={aria}
        />
        <span className={css.dash} aria-hidden="true">
          –
        </span>
        <Moment
          id={`${id}-to`}
          precision={precision}
          value={range.to}
          onChange={(to) => change({ to })}
          label={t("forms.to")}
          aria={aria}
          earliest={range.from}
        />
      </div>
      <RangeLine range={range} field={field} />
    </fieldset>
  );
}

/** How long it is; working days are counted by the server, which knows the company's calendar. */
function RangeLine({ range, field }: { range: DateRange; field: InputProps["field"] }) {
  const { t } = useText();
  const unit = lengthUnit(field);
  const length = rangeLength(range, field.precision ?? "DAY", unit) ?? range.length;
  if (!range.from || !range.to) return null;
  return (
    <p className={css.beneath} aria-live="polite">
      {length ? t(`forms.lengths.${unit}`, { length }) : unit === "WORK_DAYS" ? t("forms.workDaysLater") : ""}
    </p>
  );
}
