import type { Field } from "@/api/form-types";
import { useText } from "@/lib/i18n";
import { capitals } from "./capitals";
import { rounded } from "./decimals";
import css from "./forms.module.css";
import type { LiveForm } from "./live";
import { plainText } from "./plain-text";
import { hasCapitals, placesOf } from "./symbols";

/** The sums beneath a table, for the columns that ask for one. */
export function TableTotals({ field, live }: { field: Field; live: LiveForm }) {
  const { t } = useText();
  const totals = (field.totals ?? []).flatMap((key) => {
    const column = field.columns?.find((each) => each.key === key);
    const sum = column && live.total(field.key, key);
    if (!column || !sum) return [];
    const decimals =
      column.kind === "AMOUNT" ? placesOf(column.currency) : column.kind === "FORMULA" ? (column.decimals ?? 2) : null;
    return [{ column, text: decimals === null ? sum.toFixed() : rounded(sum, decimals) }];
  });
  if (totals.length === 0) return null;
  return (
    <dl className={css.totals} aria-label={t("forms.totals")}>
      {totals.map(({ column, text }) => (
        <div key={column.key} className={css.total}>
          <dt>{t("forms.total", { column: column.label })}</dt>
          <dd className="tabular">
            {plainText(t, column, text)}
            {hasCapitals(column) && (
              <span className={css.beneath}>{t("forms.capitals", { words: capitals(text) })}</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
