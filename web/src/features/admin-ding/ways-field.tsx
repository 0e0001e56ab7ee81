import { useText } from "@/lib/i18n";
import css from "./ding-page.module.css";
import { withWay } from "./ladder";
import { WAYS, type Way } from "./use-ding";

interface Props {
  value?: Way[];
  onChange?: (ways: Way[]) => void;
  label: string;
}

/** Any of the ways, as chips that are on or off. */
export function WaysField({ value = [], onChange, label }: Props) {
  const { t } = useText();
  return (
    <fieldset className={css.ways} aria-label={label}>
      {WAYS.map((way) => {
        const on = value.includes(way);
        return (
          <button
            key={way}
            type="button"
            className={css.chip}
            aria-pressed={on}
            onClick={() => onChange?.(withWay(value, way, !on))}
          >
            {t(`dingAdmin.way.${way}`)}
          </button>
        );
      })}
    </fieldset>
  );
}
