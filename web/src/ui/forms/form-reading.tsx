import type { Field, FormDefinition, FormValues } from "@/api/form-types";
import { useText } from "@/lib/i18n";
import { FormContext, type FormSurroundings, NOTHING_AROUND, rightOf, useSurroundings } from "./form-context";
import css from "./forms.module.css";
import { isEmpty, LiveForm } from "./live";
import { ReadValue } from "./read-value";
import { TableTotals } from "./table-totals";

interface Props extends Partial<Omit<FormSurroundings, "flaws">> {
  form: FormDefinition;
  values: FormValues;
  /** `card`: only what is filled in, `most` lines; `print`: without what is not to be printed. */
  look?: "detail" | "card" | "print";
  most?: number;
}

/** A filled form to read: on details, cards and paper. */
export function FormReading({ form, values, look = "detail", most = Number.POSITIVE_INFINITY, ...around }: Props) {
  const surroundings = { ...NOTHING_AROUND, ...around };
  const live = new LiveForm(form.fields, values);
  const shown = form.fields
    .filter((field) => rightOf(surroundings, field.key) !== "HIDDEN" && live.visible(field.key))
    .filter((field) => look !== "print" || field.printable !== false)
    .filter((field) => field.kind !== "NOTE" && (look !== "card" || !isEmpty(live.value(field.key))))
    .slice(0, most);
  return (
    <FormContext value={surroundings}>
      <dl className={css.reading} data-look={look}>
        {shown.map((field) => (
          <div key={field.key} className={css.entry} data-kind={field.kind}>
            <dt className={css.entryLabel}>{field.label}</dt>
            <dd className={css.entryValue}>
              {field.kind === "TABLE" && look !== "card" ? (
                <ReadTable field={field} live={live} />
              ) : (
                <ReadValue field={field} value={live.value(field.key)} />
              )}
            </dd>
          </div>
        ))}
      </dl>
    </FormContext>
  );
}

/** The rows of a table to read; scrolls sideways within itself when it is wide. */
export function ReadTable({ field, live }: { field: Field; live: LiveForm }) {
  const { t } = useText();
  const around = useSurroundings();
  const rows = live.rows(field.key);
  const columns = (field.columns ?? []).filter((each) => rightOf(around, `${field.key}.${each.key}`) !== "HIDDEN");
  if (rows.length === 0) return <span className={css.quiet}>{t("forms.nothing")}</span>;
  return (
    <div className={css.readTable}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard */}
      <section className={css.scroller} tabIndex={0} aria-label={field.label}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("forms.number")}</th>
              {columns.map((column) => (
                <th key={column.key} scope="col" data-kind={column.kind}>
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: what is read does not move
              <tr key={index}>
                <td className="tabular">{index + 1}</td>
                {columns.map((column) => (
                  <td key={column.key} data-kind={column.kind}>
                    {row.visible(column.key) && <ReadValue field={column} value={row.value(column.key)} />}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <TableTotals field={field} live={live} />
    </div>
  );
}
