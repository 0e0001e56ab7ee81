import { Input } from "antd";
import type { Field, FormDefinition } from "@/api/form-types";
import { useText } from "@/lib/i18n";
import { readDecimal } from "@/ui/forms/decimals";
import { CURRENCIES, symbolOf } from "@/ui/forms/symbols";
import { FormulaEditor } from "./formula-editor";
import { NumberRow, PanelRow, SelectRow, SwitchRow, TextRow } from "./panel-rows";

export interface KindRowsProps {
  form: FormDefinition;
  field: Field;
  table: string | null;
  set: (changes: Partial<Field>, group?: string) => void;
  templates: readonly { id: number; name: string }[];
}

export function NumberRows({ field, set }: KindRowsProps) {
  const { t } = useText();
  return (
    <>
      <TextRow
        label={t("formDesign.unit")}
        value={field.unit}
        max={16}
        onChange={(unit) => set({ unit: unit || null }, "unit")}
      />
      <NumberRow
        label={t("formDesign.decimals")}
        value={field.decimals}
        min={0}
        max={10}
        onChange={(decimals) => set({ decimals })}
      />
      <Bounds field={field} set={set} />
    </>
  );
}

function Bounds({ field, set }: Pick<KindRowsProps, "field" | "set">) {
  const { t } = useText();
  return (
    <>
      {(["min", "max"] as const).map((end) => {
        const text = String(field[end] ?? "");
        return (
          <PanelRow key={end} label={t(`formDesign.${end}`)}>
            {(id) => (
              <Input
                id={id}
                inputMode="decimal"
                maxLength={40}
                status={text !== "" && readDecimal(text) === null ? "error" : undefined}
                value={text}
                onChange={(event) => set({ [end]: event.target.value || null }, end)}
              />
            )}
          </PanelRow>
        );
      })}
    </>
  );
}

function CurrencyRow({ field, set }: Pick<KindRowsProps, "field" | "set">) {
  const { t } = useText();
  return (
    <SelectRow
      label={t("formDesign.currency")}
      value={field.currency ?? "CNY"}
      options={CURRENCIES.map((code) => ({ value: code, label: `${code} ${symbolOf(code)}` }))}
      onChange={(currency) => set({ currency })}
    />
  );
}

export function AmountRows({ field, set }: KindRowsProps) {
  const { t } = useText();
  return (
    <>
      <CurrencyRow field={field} set={set} />
      <SwitchRow label={t("formDesign.capitals")} value={field.capitals} onChange={(capitals) => set({ capitals })} />
      <Bounds field={field} set={set} />
    </>
  );
}

export function FormulaRows({ form, field, table, set }: KindRowsProps) {
  const { t } = useText();
  return (
    <>
      <PanelRow label={t("formDesign.expression")}>
        {(id) => (
          <FormulaEditor
            id={id}
            form={form}
            table={table}
            own={field.key}
            value={field.expression ?? ""}
            onChange={(expression) => set({ expression }, "expression")}
          />
        )}
      </PanelRow>
      <NumberRow
        label={t("formDesign.decimals")}
        value={field.decimals}
        min={0}
        max={10}
        onChange={(decimals) => set({ decimals })}
      />
      <SwitchRow
        label={t("formDesign.asAmount")}
        value={Boolean(field.currency)}
        onChange={(on) => set(on ? { currency: "CNY" } : { currency: null, capitals: false })}
      />
      {field.currency && (
        <>
          <CurrencyRow field={field} set={set} />
          <SwitchRow
            label={t("formDesign.capitals")}
            value={field.capitals}
            onChange={(capitals) => set({ capitals })}
          />
        </>
      )}
    </>
  );
}
