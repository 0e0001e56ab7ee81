import { Input, Segmented } from "antd";
import { daysUntil } from "@/lib/days";
import { useText } from "@/lib/i18n";
import css from "./care.module.css";
import type { Span } from "./use-care";

const SPANS = [7, 30, 90, 365] as const;

interface Props {
  last: string;
  span: Span;
  onSpan: (span: Span) => void;
}

/** From when until when: a usual span, or two days. */
export function SpanField({ last, span, onSpan }: Props) {
  const { t } = useText();
  const first = (days: number) => daysUntil(last, days)[0] ?? last;
  const usual = span.until === last ? SPANS.find((days) => first(days) === span.from) : undefined;
  return (
    <>
      <Segmented<number>
        aria-label={t("care.statistics.span")}
        value={usual ?? 0}
        onChange={(days) => onSpan({ from: first(days), until: last })}
        options={SPANS.map((value) => ({ value, label: t("care.statistics.days", { count: value }) }))}
      />
      {(["from", "until"] as const).map((name) => (
        <Input
          key={name}
          type="date"
          className={css.date}
          aria-label={t(`care.statistics.${name}`)}
          value={span[name]}
          onChange={({ target }) => target.value !== "" && onSpan({ ...span, [name]: target.value })}
        />
      ))}
    </>
  );
}
