import { useText } from "@/lib/i18n";
import css from "./mass.module.css";
import { partsOf } from "./places";

/** What was written, with names where the writer left a place for them. */
export function MassText({ text }: { text: string }) {
  const { t } = useText();
  return partsOf(text).map(({ key, place, said }) =>
    place ? (
      <span key={key} className={css.place}>
        {t(`mass.places.${place}`)}
      </span>
    ) : (
      said
    ),
  );
}
