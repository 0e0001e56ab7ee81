import { InputNumber, Radio } from "antd";
import { useId } from "react";
import { useText } from "@/lib/i18n";
import { dayAndClock } from "@/lib/times";
import css from "./way.module.css";
import { DAYS_LONGEST, type Life, type WayDraft } from "./way-draft";

interface Props {
  draft: WayDraft;
  /** When the code ends as it is. */
  endsAt: string | null;
  onChange: (draft: WayDraft) => void;
}

/** Whether a code ends by itself. */
export function LifePart({ draft, endsAt, onChange }: Props) {
  const { t, locale } = useText();
  const id = useId();
  // A code that does not end has nothing to keep but that.
  const lives: Life[] = endsAt === null ? ["EVER", "DAYS"] : ["KEEP", "DAYS", "EVER"];
  const life = endsAt === null && draft.life === "KEEP" ? "EVER" : draft.life;
  const asked = (next: Life): Life => (endsAt === null && next === "EVER" && draft.version !== null ? "KEEP" : next);
  return (
    <div className={css.field}>
      <span id={`${id}-life`} className={css.label}>
        {t("way.life.title")}
      </span>
      <Radio.Group
        aria-labelledby={`${id}-life`}
        value={life}
        options={lives.map((value) => ({
          value,
          label: t(`way.life.${value}`, { date: endsAt === null ? "" : dayAndClock(endsAt, locale) }),
        }))}
        onChange={({ target }) => onChange({ ...draft, life: asked(target.value as Life) })}
      />
      {life === "DAYS" && (
        <div className={css.line}>
          <label htmlFor={`${id}-days`}>{t("way.life.days")}</label>
          <InputNumber
            id={`${id}-days`}
            min={1}
            max={DAYS_LONGEST}
            precision={0}
            value={draft.lifeDays}
            onChange={(next) => onChange({ ...draft, lifeDays: next ?? 1 })}
          />
        </div>
      )}
    </div>
  );
}
