import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Input } from "antd";
import type { Field, Option } from "@/api/form-types";
import { useText } from "@/lib/i18n";
import { IconButton } from "@/ui/icon-button";
import css from "./designer.module.css";
import { freshOption } from "./form-edit";

const MOST_OPTIONS = 200;

interface Props {
  field: Field;
  set: (changes: Partial<Field>, group?: string) => void;
}

/** The options of a choice; pasting several lines makes several options. Ids stay when a label changes. */
export function OptionsEditor({ field, set }: Props) {
  const { t } = useText();
  const options = field.options ?? [];
  const change = (next: Option[], group?: string) => set({ options: next }, group);
  const rename = (id: string, label: string) =>
    change(
      options.map((option) => (option.id === id ? { ...option, label } : option)),
      `option-${id}`,
    );
  const move = (index: number, by: number) => {
    const next = [...options];
    const [option] = next.splice(index, 1);
    if (option) next.splice(index + by, 0, option);
    change(next);
  };
  const add = (labels: string[], after = options.length) => {
    const next = [...options];
    for (const [offset, label] of labels.slice(0, MOST_OPTIONS - options.length).entries())
      next.splice(after + offset, 0, { id: freshOption({ ...field, options: next }), label });
    change(next);
  };
  return (
    <fieldset className={css.options}>
      <legend className={css.panelLabel}>{t("formDesign.options")}</legend>
      <ol className={css.optionList}>
        {options.map((option, index) => (
          <li key={option.id} className={css.option}>
            <Input
              aria-label={t("formDesign.option", { number: index + 1 })}
              maxLength={50}
              status={option.label.trim() === "" ? "error" : undefined}
              value={option.label}
              onChange={(event) => rename(option.id, event.target.value)}
              onPaste={(event) => {
                const lines = event.clipboardData
                  .getData("text")
                  .split(/\r?\n/)
                  .map((line) => line.trim())
                  .filter(Boolean);
                if (lines.length < 2) return;
                event.preventDefault();
                add(lines, index + 1);
              }}
            />
            <IconButton
              size="small"
              icon={<ArrowUpOutlined />}
              label={t("formDesign.up", { name: option.label })}
              disabled={index === 0}
              onClick={() => move(index, -1)}
            />
            <IconButton
              size="small"
              icon={<ArrowDownOutlined />}
              label={t("formDesign.down", { name: option.label })}
              disabled={index === options.length - 1}
              onClick={() => move(index, 1)}
            />
            <IconButton
              size="small"
              icon={<DeleteOutlined />}
              label={t("formDesign.remove", { name: option.label })}
              disabled={options.length === 1}
              onClick={() => change(options.filter((each) => each.id !== option.id))}
            />
          </li>
        ))}
      </ol>
      <Button
        size="small"
        icon={<PlusOutlined />}
        disabled={options.length >= MOST_OPTIONS}
        onClick={() => add([t("formDesign.optionName", { number: options.length + 1 })])}
      >
        {t("formDesign.addOption")}
      </Button>
      <p className={css.quiet}>{t("formDesign.pasteHint")}</p>
    </fieldset>
  );
}
