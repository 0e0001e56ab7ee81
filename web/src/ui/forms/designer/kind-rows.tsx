import { Input, Select } from "antd";
import type { Field, FormDefinition, Precision, SerialReset } from "@/api/form-types";
import { useText } from "@/lib/i18n";
import { lengthUnit, unitsOf } from "@/ui/forms/dates";
import { readDecimal } from "@/ui/forms/decimals";
import { CURRENCIES, symbolOf } from "@/ui/forms/symbols";
import css from "./designer.module.css";
import { FormulaEditor } from "./formula-editor";
import { OptionsEditor } from "./options-editor";
import { NumberRow, PanelRow, SelectRow, SwitchRow, TextRow } from "./panel-rows";

interface Props {
  form: FormDefinition;
  field: Field;
  table: string | null;
  set: (changes: Partial<Field>, group?: string) => void;
  templates: readonly { id: number; name: string }[];
}

/** The options that only this kind of field has. */
export function KindRows(props: Props) {
  const { field, set } = props;
  const { t } = useText();
  switch (field.kind) {
    case "TEXT":
    case "LONG_TEXT": {
      const max = field.kind === "TEXT" ? 1_000 : 65_535;
      return (
        <NumberRow
          label={t("formDesign.maxLength")}
          value={field.maxLength}
          min={1}
          max={max}
          onChange={(maxLength) => set({ maxLength })}
        />
      );
    }
    case "NUMBER":
      return <NumberRows {...props} />;
    case "AMOUNT":
      return <AmountRows {...props} />;
    case "FORMULA":
      return <FormulaRows {...props} />;
    case "CHOICE":
    case "CHOICES":
      return <OptionsEditor field={field} set={set} />;
    case "DATE":
    case "DATE_RANGE":
      return <DateRows {...props} />;
    case "MEMBER":
    case "DEPARTMENT":
      return <SwitchRow label={t("formDesign.many")} value={field.many} onChange={(many) => set({ many })} />;
    case "ATTACHMENT":
    case "PHOTO":
      return <FileRows {...props} />;
    case "RATING":
      return (
        <NumberRow
          label={t("formDesign.stars")}
          value={Number(field.max ?? 5)}
          min={2}
          max={10}
          onChange={(max) => set({ max: max ?? 5 })}
        />
      );
    case "LOCATION":
      return (
        <NumberRow
          label={t("formDesign.radius")}
          help={t("formDesign.radiusHelp")}
          value={field.radiusMetres}
          min={1}
          max={10_000}
          onChange={(radiusMetres) => set({ radiusMetres })}
        />
      );
    case "SERIAL":
      return <SerialRows {...props} />;
    case "APPROVAL":
      return <TemplatesRow {...props} />;
    default:
      return null;
  }
}

function NumberRows({ field, set }: Props) {
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

function Bounds({ field, set }: Pick<Props, "field" | "set">) {
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

function CurrencyRow({ field, set }: Pick<Props, "field" | "set">) {
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

function AmountRows({ field, set }: Props) {
  const { t } = useText();
  return (
    <>
      <CurrencyRow field={field} set={set} />
      <SwitchRow label={t("formDesign.capitals")} value={field.capitals} onChange={(capitals) => set({ capitals })} />
      <Bounds field={field} set={set} />
    </>
  );
}

function FormulaRows({ form, field, table, set }: Props) {
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

const PRECISIONS: Precision[] = ["DAY", "HALF_DAY", "MINUTE"];
const RESETS: SerialReset[] = ["NEVER", "YEAR", "MONTH", "DAY"];

function DateRows({ field, set }: Props) {
  const { t } = useText();
  return (
    <>
      <SelectRow
        label={t("formDesign.precision")}
        value={field.precision ?? "DAY"}
        options={PRECISIONS.map((each) => ({ value: each, label: t(`formDesign.precisions.${each}`) }))}
        onChange={(precision) =>
          set(
            field.kind === "DATE"
              ? { precision, default: null }
              : {
                  precision,
                  length: unitsOf(precision).includes(lengthUnit(field)) ? field.length : unitsOf(precision)[0],
                },
          )
        }
      />
      {field.kind === "DATE_RANGE" && (
        <SelectRow
          label={t("formDesign.length")}
          value={lengthUnit(field)}
          options={unitsOf(field.precision ?? "DAY").map((each) => ({
            value: each,
            label: t(`formDesign.lengths.${each}`),
          }))}
          onChange={(length) => set({ length })}
        />
      )}
    </>
  );
}

function FileRows({ field, set }: Props) {
  const { t } = useText();
  return (
    <>
      <NumberRow
        label={t("formDesign.files")}
        value={Number(field.max ?? 9)}
        min={1}
        max={9}
        onChange={(max) => set({ max: max ?? 9 })}
      />
      {field.kind === "PHOTO" && (
        <SwitchRow
          label={t("formDesign.cameraOnly")}
          help={t("formDesign.cameraHelp")}
          value={field.cameraOnly}
          onChange={(cameraOnly) => set({ cameraOnly })}
        />
      )}
    </>
  );
}

function SerialRows({ field, set }: Props) {
  const { t } = useText();
  return (
    <>
      <TextRow
        label={t("formDesign.prefix")}
        value={field.prefix}
        max={16}
        onChange={(prefix) => set({ prefix }, "prefix")}
      />
      <NumberRow
        label={t("formDesign.digits")}
        value={field.digits}
        min={1}
        max={10}
        onChange={(digits) => set({ digits: digits ?? 4 })}
      />
      <SelectRow
        label={t("formDesign.reset")}
        value={field.reset ?? "NEVER"}
        options={RESETS.map((each) => ({ value: each, label: t(`formDesign.resets.${each}`) }))}
        onChange={(reset) => set({ reset })}
      />
    </>
  );
}

function TemplatesRow({ field, set, templates }: Props) {
  const { t } = useText();
  return (
    <PanelRow label={t("formDesign.templates")} help={t("formDesign.templatesHelp")}>
      {(id) => (
        <Select<number[]>
          id={id}
          className={css.wide}
          mode="multiple"
          aria-label={t("formDesign.templates")}
          value={field.templates ?? []}
          showSearch={{ optionFilterProp: "label" }}
          options={templates.map((each) => ({ value: each.id, label: each.name }))}
          onChange={(next) => set({ templates: next.length === 0 ? null : next })}
        />
      )}
    </PanelRow>
  );
}
