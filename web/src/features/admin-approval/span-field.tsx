import { Checkbox, InputNumber, Select } from "antd";
import { useState } from "react";
import type { Span } from "@/api/route-types";
import { useText } from "@/lib/i18n";
import { minutesOf, type SpanUnit, spanParts } from "./node-text";
import css from "./route.module.css";

const MOST_MINUTES = 366 * 24 * 60;

interface Props {
  label: string;
  value: Span;
  onChange: (value: Span) => void;
}

/** A length of time in the unit in which people think of it. */
export function SpanField({ label, value, onChange }: Props) {
  const { t } = useText();
  const [unit, setUnit] = useState<SpanUnit>(() => spanParts(value).unit);
  const units: SpanUnit[] = value.working ? ["minutes", "hours"] : ["minutes", "hours", "days"];
  const count = value.minutes / minutesOf(1, unit);
  const set = (next: number, of: SpanUnit) =>
    onChange({ ...value, minutes: Math.min(MOST_MINUTES, Math.max(1, minutesOf(next, of))) });
  return (
    <div className={css.span}>
      <span className={css.line}>
        <InputNumber aria-label={label} min={1} precision={0} value={count} onChange={(next) => set(next ?? 1, unit)} />
        <Select<SpanUnit>
          aria-label={t("approvalDesign.span.unit")}
          value={unit}
          options={units.map((each) => ({ value: each, label: t(`approvalDesign.span.unitOf.${each}`) }))}
          onChange={(next) => {
            setUnit(next);
            set(Math.max(1, Math.round(count)), next);
          }}
        />
      </span>
      <Checkbox
        checked={value.working}
        onChange={(event) => {
          const working = event.target.checked;
          const fitting = working && unit === "days" ? "hours" : unit;
          setUnit(fitting);
          onChange({ working, minutes: value.minutes });
        }}
      >
        {t("approvalDesign.span.onlyWorking")}
      </Checkbox>
    </div>
  );
}
