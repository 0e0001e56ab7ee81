import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from "@ant-design/icons";
import { Button, Checkbox, Select } from "antd";
import type { Field, FieldKind } from "@/api/form-types";
import { useText } from "@/lib/i18n";
import { IconButton } from "@/ui/icon-button";
import css from "./designer.module.css";
import { FieldIcon } from "./field-icons";
import type { PanelProps } from "./field-panel";
import {
  changeField,
  freshKey,
  insertField,
  moveField,
  NOT_IN_TABLES,
  newField,
  pathOf,
  removeField,
} from "./form-edit";

const SUMMED = new Set<FieldKind>(["NUMBER", "AMOUNT", "FORMULA"]);

/** The columns of a table: which there are, in what order, and which are summed up. */
export function ColumnsEditor({ field, change, taken, kinds, onChoose }: PanelProps & { field: Field }) {
  const { t } = useText();
  const columns = field.columns ?? [];
  const add = (kind: FieldKind) => {
    const key = freshKey(kind, columns, new Set([...taken].flatMap((each) => each.split(`${field.key}.`)[1] ?? [])));
    const column = newField(kind, key, t(`formDesign.kind.${kind}`), (number) =>
      t("formDesign.optionName", { number }),
    );
    change((now) => insertField(now, field.key, columns.length, column));
    onChoose(pathOf(field.key, key));
  };
  const sum = (key: string, on: boolean) =>
    change((now) =>
      changeField(now, field.key, ({ totals }) => ({
        totals: on ? [...(totals ?? []), key] : (totals ?? []).filter((each) => each !== key),
      })),
    );
  return (
    <fieldset className={css.options}>
      <legend className={css.panelLabel}>{t("formDesign.columns")}</legend>
      <ol className={css.optionList}>
        {columns.map((column, index) => {
          const path = pathOf(field.key, column.key);
          return (
            <li key={column.key} className={css.option}>
              <Button className={css.columnName} icon={<FieldIcon kind={column.kind} />} onClick={() => onChoose(path)}>
                {column.label || t(`formDesign.kind.${column.kind}`)}
              </Button>
              {SUMMED.has(column.kind) && (
                <Checkbox
                  checked={field.totals?.includes(column.key) ?? false}
                  onChange={(event) => sum(column.key, event.target.checked)}
                >
                  {t("formDesign.total")}
                </Checkbox>
              )}
              <IconButton
                size="small"
                icon={<ArrowUpOutlined />}
                label={t("formDesign.up", { name: column.label })}
                disabled={index === 0}
                onClick={() => change((now) => moveField(now, path, index - 1))}
              />
              <IconButton
                size="small"
                icon={<ArrowDownOutlined />}
                label={t("formDesign.down", { name: column.label })}
                disabled={index === columns.length - 1}
                onClick={() => change((now) => moveField(now, path, index + 1))}
              />
              <IconButton
                size="small"
                icon={<DeleteOutlined />}
                label={t("formDesign.remove", { name: column.label })}
                onClick={() => change((now) => removeField(now, path))}
              />
            </li>
          );
        })}
      </ol>
      <Select<FieldKind | null>
        className={css.wide}
        aria-label={t("formDesign.addColumn")}
        placeholder={t("formDesign.addColumn")}
        showSearch={{ optionFilterProp: "label" }}
        value={null}
        options={kinds
          .filter((kind) => !NOT_IN_TABLES.includes(kind))
          .map((kind) => ({ value: kind, label: t(`formDesign.kind.${kind}`) }))}
        onChange={(kind) => kind && add(kind)}
      />
    </fieldset>
  );
}
