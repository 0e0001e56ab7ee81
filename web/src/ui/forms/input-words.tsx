import { Input } from "antd";
import { useText } from "@/lib/i18n";
import { capitals } from "./capitals";
import { MOST_LETTERS } from "./check";
import { cleanNumber } from "./decimals";
import css from "./forms.module.css";
import { ariaOf, type InputProps, textOf } from "./inputs";
import { hasCapitals, symbolOf } from "./symbols";

export function TextInput(props: InputProps) {
  const { field, id, value, onChange } = props;
  const type = field.kind === "PHONE" ? "tel" : "text";
  return (
    <Input
      id={id}
      type={type}
      inputMode={field.kind === "ID_NUMBER" ? "text" : undefined}
      autoComplete="off"
      status={props.invalid ? "error" : undefined}
      maxLength={field.kind === "TEXT" ? (field.maxLength ?? MOST_LETTERS.TEXT) : 30}
      value={textOf(value)}
      onChange={(event) => onChange(event.target.value || undefined)}
      {...ariaOf(props)}
    />
  );
}

export function LongTextInput(props: InputProps) {
  const { field, id, value, onChange } = props;
  const text = textOf(value);
  const max = field.maxLength ?? MOST_LETTERS.LONG_TEXT;
  return (
    <Input.TextArea
      id={id}
      autoSize={{ minRows: 3, maxRows: 12 }}
      status={props.invalid ? "error" : undefined}
      maxLength={max}
      count={text.length > max * 0.8 ? { show: true, max } : undefined}
      value={text}
      onChange={(event) => onChange(event.target.value || undefined)}
      {...ariaOf(props)}
    />
  );
}

/** The value stays text: nothing is lost to binary fractions, and what is no number is shown as it was typed. */
export function NumberInput(props: InputProps) {
  const { field, id, value, onChange } = props;
  const { t } = useText();
  const text = textOf(value);
  const amount = field.kind === "AMOUNT";
  const words = amount && hasCapitals(field) ? capitals(text) : "";
  return (
    <>
      <Input
        id={id}
        inputMode="decimal"
        autoComplete="off"
        className="tabular"
        status={props.invalid ? "error" : undefined}
        maxLength={40}
        prefix={amount ? symbolOf(field.currency) : undefined}
        suffix={amount ? undefined : (field.unit ?? undefined)}
        value={text}
        onChange={(event) => onChange(event.target.value || undefined)}
        onBlur={() => text !== "" && onChange(cleanNumber(text) || undefined)}
        {...ariaOf(props)}
      />
      {words !== "" && <p className={css.beneath}>{t("forms.capitals", { words })}</p>}
    </>
  );
}
