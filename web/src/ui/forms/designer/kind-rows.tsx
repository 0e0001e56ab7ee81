import { Select } from "antd";
import type { Precision, SerialReset } from "@/api/form-types";
import { useText } from "@/lib/i18n";
import { lengthUnit, unitsOf } from "@/ui/forms/dates";
import css from "./designer.module.css";
import { AmountRows, FormulaRows, type KindRowsProps, NumberRows } from "./number-rows";
import { OptionsEditor } from "./options-editor";
import { NumberRow, PanelRow, SelectRow, SwitchRow, TextRow } from "./panel-rows";

/** The options that only this kind of field has. */
export function KindRows(props: KindRowsProps) {
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

const PRECISIONS: Precision[] = ["DAY", "HALF_DAY", "MINUTE"];
const RESETS: SerialReset[] = ["NEVER", "YEAR", "MONTH", "DAY"];

function DateRows({ field, set }: KindRowsProps) {
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

function FileRows({ field, set }: KindRowsProps) {
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

function SerialRows({ field, set }: KindRowsProps) {
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

function TemplatesRow({ field, set, templates }: KindRowsProps) {
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
