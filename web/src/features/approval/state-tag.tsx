import { useText } from "@/lib/i18n";
import css from "@/ui/records.module.css";
import { type Standing, toneOf } from "./tone";

/** Where a run stands, in words and colour. */
export function StateTag({ standing, large = false }: { standing: Standing; large?: boolean }) {
  const { t } = useText();
  return (
    <span className={css.tag} data-tone={toneOf(standing)} data-large={large || undefined}>
      {t(`approval.states.${standing}`)}
    </span>
  );
}
