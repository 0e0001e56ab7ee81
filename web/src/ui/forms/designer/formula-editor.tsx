import { Button, Input } from "antd";
import { useRef } from "react";
import type { Field, FormDefinition } from "@/api/form-types";
import { useText } from "@/lib/i18n";
import { formulaNames } from "@/ui/forms/formula-types";
import css from "./designer.module.css";
import { flawWords } from "./flaw-words";
import { pathOf } from "./form-edit";
import { formulaFlaw } from "./form-flaws";

const FUNCTIONS = ["SUM", "MIN", "MAX", "ROUND", "ABS", "IF", "DAYS"] as const;
const SIGNS = ["+", "-", "*", "/", "(", ")"] as const;

interface Props {
  id: string;
  form: FormDefinition;
  /** The table when the formula stands in a row of it. */
  table: string | null;
  /** The formula's own field, which it may not name. */
  own: string;
  value: string;
  onChange: (value: string) => void;
}

interface Name {
  name: string;
  label: string;
}

/** Fields are put in by their labels, stand there by their keys, and are read back in words beneath. */
export function FormulaEditor({ id, form, table, own, value, onChange }: Props) {
  const { t } = useText();
  const area = useRef<HTMLTextAreaElement>(null);
  const names = namesFor(form, table, own, (label, end) =>
    t(end === "from" ? "formDesign.fromOf" : "formDesign.toOf", { label }),
  );
  const flaw = value.trim() === "" ? null : formulaFlaw(value, formulaNames(form.fields, table));
  const insert = (text: string, back = 0) => {
    const from = area.current?.selectionStart ?? value.length;
    const to = area.current?.selectionEnd ?? from;
    onChange(value.slice(0, from) + text + value.slice(to));
    const caret = from + text.length - back;
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(caret, caret);
    });
  };
  return (
    <div className={css.formula}>
      <Input.TextArea
        id={id}
        ref={(component) => {
          area.current = component?.resizableTextArea?.textArea ?? null;
        }}
        className={css.code}
        autoSize={{ minRows: 2, maxRows: 6 }}
        maxLength={1000}
        spellCheck={false}
        status={flaw ? "error" : undefined}
        aria-describedby={`${id}-check`}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={`${id}-check`} className={flaw ? css.flaw : css.quiet} aria-live="polite">
        {flaw ? flawWords(t, flaw) : value.trim() === "" ? t("formDesign.formula.hint") : inWords(value, names)}
      </p>
      <fieldset className={css.inserts} aria-label={t("formDesign.formula.fields")}>
        {names.map(({ name, label }) => (
          <Button key={name} size="small" onClick={() => insert(name)}>
            {label}
          </Button>
        ))}
      </fieldset>
      <fieldset className={css.inserts} aria-label={t("formDesign.formula.signs")}>
        {SIGNS.map((sign) => (
          <Button
            key={sign}
            size="small"
            type="text"
            onClick={() => insert(sign.length === 1 && "()".includes(sign) ? sign : ` ${sign} `)}
          >
            {sign}
          </Button>
        ))}
        {FUNCTIONS.map((name) => (
          <Button
            key={name}
            size="small"
            type="text"
            title={t(`formDesign.formula.function.${name}`)}
            onClick={() => insert(`${name}()`, 1)}
          >
            {name}
          </Button>
        ))}
      </fieldset>
    </div>
  );
}

/** What may be put in, in the order of the fields; a row's own columns first. Keys that labels stand for. */
function namesFor(
  form: FormDefinition,
  table: string | null,
  own: string,
  part: (label: string, end: string) => string,
): Name[] {
  const allowed = formulaNames(form.fields, table);
  const label = (field: Field): Name[] => [
    { name: field.key, label: field.label },
    ...(field.columns ?? []).map((column) => ({
      name: pathOf(field.key, column.key),
      label: `${field.label} · ${column.label}`,
    })),
    ...(field.kind === "DATE_RANGE"
      ? ["from", "to"].map((end) => ({ name: `${field.key}.${end}`, label: part(field.label, end) }))
      : []),
  ];
  const columns = form.fields.find((field) => field.key === table)?.columns ?? [];
  const ownName = pathOf(table, own);
  const inRow = columns.filter((field) => field.key !== own).flatMap(label);
  const shadowed = new Set([...columns.map((field) => field.key), own]);
  const outside = form.fields.flatMap(label).filter(({ name }) => !shadowed.has(name) && name !== ownName);
  return [...inRow, ...outside].filter(
    ({ name }) => allowed.has(name) && !(table !== null && name.startsWith(`${table}.`)),
  );
}

function inWords(source: string, names: readonly Name[]): string {
  const labels = new Map(names.map(({ name, label }) => [name, label]));
  return `= ${source.replace(/[A-Za-z][A-Za-z0-9_]*(?:\.[A-Za-z][A-Za-z0-9_]*)?/g, (word) => labels.get(word) ?? word)}`;
}
