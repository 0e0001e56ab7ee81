import { Button, Checkbox, Radio, Rate, Select } from "antd";
import { useText } from "@/lib/i18n";
import css from "./forms.module.css";
import { ariaOf, type InputProps, textOf } from "./inputs";

const MOST_BUTTONS = 6;

export function ChoiceInput(props: InputProps) {
  const { field, id, labelId, value, onChange } = props;
  const { t } = useText();
  const options = (field.options ?? []).map((each) => ({ value: each.id, label: each.label }));
  const chosen = textOf(value) || undefined;
  if (options.length > MOST_BUTTONS) {
    return (
      <Select
        id={id}
        className={css.whole}
        allowClear={!field.required}
        showSearch={{ optionFilterProp: "label" }}
        status={props.invalid ? "error" : undefined}
        placeholder={t("forms.choose")}
        aria-labelledby={labelId}
        value={chosen}
        options={options}
        onChange={(next: string | undefined) => onChange(next)}
        {...ariaOf(props)}
      />
    );
  }
  return (
    <div className={css.choices}>
      <Radio.Group
        className={css.radios}
        id={id}
        aria-labelledby={labelId}
        value={chosen}
        options={options}
        onChange={(event) => onChange(event.target.value)}
        {...ariaOf(props)}
      />
      {chosen !== undefined && !field.required && (
        <Button size="small" type="text" onClick={() => onChange(undefined)}>
          {t("forms.clear")}
        </Button>
      )}
    </div>
  );
}

export function ChoicesInput(props: InputProps) {
  const { field, id, labelId, value, onChange } = props;
  const { t } = useText();
  const options = (field.options ?? []).map((each) => ({ value: each.id, label: each.label }));
  const chosen = Array.isArray(value) ? value.map(String) : [];
  const change = (next: string[]) => onChange(next.length === 0 ? undefined : next);
  if (options.length > MOST_BUTTONS * 2) {
    return (
      <Select<string[]>
        id={id}
        className={css.whole}
        mode="multiple"
        showSearch={{ optionFilterProp: "label" }}
        status={props.invalid ? "error" : undefined}
        placeholder={t("forms.chooseSome")}
        aria-labelledby={labelId}
        value={chosen}
        options={options}
        onChange={change}
        {...ariaOf(props)}
      />
    );
  }
  return (
    <fieldset className={css.group} aria-labelledby={labelId} aria-describedby={props.describedBy}>
      <Checkbox.Group className={css.radios} value={chosen} options={options} onChange={change} />
    </fieldset>
  );
}

export function RatingInput(props: InputProps) {
  const { field, labelId, value, onChange } = props;
  return (
    <Rate
      className={css.stars}
      count={Number(field.max ?? 5)}
      value={Number(value ?? 0)}
      onChange={(stars) => onChange(stars === 0 ? undefined : stars)}
      aria-labelledby={labelId}
      aria-describedby={props.describedBy}
    />
  );
}
