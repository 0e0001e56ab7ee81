import { CopyOutlined, DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import type { Field, FieldValue, Row } from "@/api/form-types";
import { useText } from "@/lib/i18n";
import { IconButton } from "@/ui/icon-button";
import { flawPath, MOST_ROWS } from "./check";
import { FieldRow, fieldId } from "./field-row";
import { flawText } from "./flaws";
import { rightOf, useSurroundings } from "./form-context";
import css from "./forms.module.css";
import type { LiveForm } from "./live";
import { TableTotals } from "./table-totals";

interface Props {
  field: Field;
  live: LiveForm;
  prefix: string;
  onChange: (update: (rows: Row[]) => Row[]) => void;
}

/** A table is a list of cards, one for each row: they fit a phone, and each field keeps its label. */
export function TableInput({ field, live, prefix, onChange }: Props) {
  const { t } = useText();
  const around = useSurroundings();
  const id = fieldId(prefix, field.key);
  const flaw = around.flaws[field.key];
  const scopes = live.rows(field.key);
  const keys = useRowKeys(scopes.length);
  const change = (index: number, key: string, value: FieldValue | undefined) =>
    onChange((rows) => rows.map((row, place) => (place === index ? { ...row, [key]: value } : row)));
  const insert = (index: number, row: (rows: Row[]) => Row) => {
    keys.insert(index);
    onChange((rows) => [...rows.slice(0, index), row(rows), ...rows.slice(index)]);
  };
  const remove = (index: number) => {
    keys.remove(index);
    onChange((rows) => rows.filter((_, place) => place !== index));
  };
  const columns = (field.columns ?? []).filter((each) => rightOf(around, `${field.key}.${each.key}`) !== "HIDDEN");
  const full = scopes.length >= MOST_ROWS;
  // Rows stay as they are when somebody may not write in all of their cells.
  const fixed = (field.columns ?? []).some((each) => rightOf(around, `${field.key}.${each.key}`) !== "EDIT");
  return (
    <fieldset className={css.table} aria-labelledby={`${id}-label`} data-field={field.key}>
      <span className={css.label} id={`${id}-label`}>
        {field.label}
        {field.required && (
          <span className={css.star} aria-hidden="true">
            *
          </span>
        )}
      </span>
      {field.help && <p className={css.help}>{field.help}</p>}
      {scopes.map((scope, index) => {
        const name = t("forms.row", { table: field.label, number: index + 1 });
        return (
          <section key={keys.list[index]} className={css.row} aria-label={name}>
            <header className={css.rowHead}>
              <span className={css.rowName}>{name}</span>
              {!fixed && (
                <>
                  <IconButton
                    size="small"
                    icon={<CopyOutlined />}
                    label={t("forms.copyRow", { name })}
                    disabled={full}
                    onClick={() => insert(index + 1, (rows) => ({ ...rows[index] }))}
                  />
                  <IconButton
                    size="small"
                    icon={<DeleteOutlined />}
                    label={t("forms.removeRow", { name })}
                    onClick={() => remove(index)}
                  />
                </>
              )}
            </header>
            <div className={css.cells}>
              {columns
                .filter((column) => scope.visible(column.key))
                .map((column) => (
                  <FieldRow
                    key={column.key}
                    field={column}
                    path={flawPath(field.key, index, column.key)}
                    rightPath={`${field.key}.${column.key}`}
                    prefix={prefix}
                    value={scope.value(column.key)}
                    onChange={(value) => change(index, column.key, value)}
                  />
                ))}
            </div>
          </section>
        );
      })}
      <div className={css.tableFoot}>
        {!fixed && (
          <Button id={id} icon={<PlusOutlined />} disabled={full} onClick={() => insert(scopes.length, () => ({}))}>
            {t("forms.addRow", { table: field.label })}
          </Button>
        )}
        <TableTotals field={field} live={live} />
      </div>
      {full && <p className={css.quiet}>{t("forms.rowsFull", { count: MOST_ROWS })}</p>}
      {flaw && <p className={css.flaw}>{flawText(t, flaw)}</p>}
    </fieldset>
  );
}

/** Keys of rows that stay with their row when others come and go. */
function useRowKeys(count: number) {
  const [keys, setKeys] = useState({ list: Array.from({ length: count }, (_, index) => index), next: count });
  const { list, next } = keys;
  const missing = count - list.length;
  if (missing !== 0) {
    const added = Array.from({ length: Math.max(0, missing) }, (_, index) => next + index);
    setKeys({ list: [...list, ...added].slice(0, count), next: next + added.length });
  }
  return {
    list,
    insert: (index: number) => setKeys({ list: [...list.slice(0, index), next, ...list.slice(index)], next: next + 1 }),
    remove: (index: number) => setKeys({ list: list.filter((_, place) => place !== index), next }),
  };
}
