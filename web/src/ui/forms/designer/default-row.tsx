import { Input, Select } from "antd";
import type { Field } from "@/api/form-types";
import { useText } from "@/lib/i18n";
import { cleanNumber } from "@/ui/forms/decimals";
import css from "./designer.module.css";
import { PanelRow, SwitchRow, TextRow } from "./panel-rows";

interface Props {
  field: Field;
  set: (changes: Partial<Field>, group?: string) => void;
}

/** What the field holds before anybody fills it in, for kinds where that makes sense. */
export function DefaultRow({ field, set }: Props) {
  const { t } = useText();
  const label = t("formDesign.default");
  const text = typeof field.default === "string" ? field.default : "";
  switch (field.kind) {
    case "TEXT":
    case "LONG_TEXT":
      return (
        <TextRow
          label={label}
          value={text}
          max={field.maxLength ?? 200}
          lines={field.kind === "LONG_TEXT" ? 3 : 1}
          onChange={(next) => set({ default: next || null }, "default")}
        />
      );
    case "NUMBER":
    case "AMOUNT":
      return (
        <PanelRow label={label}>
          {(id) => (
            <Input
              id={id}
              inputMode="decimal"
              maxLength={40}
              value={text}
              onChange={(event) => set({ default: event.target.value || null }, "default")}
              onBlur={() => set({ default: cleanNumber(text) || null }, "default")}
            />
          )}
        </PanelRow>
      );
    case "CHOICE":
    case "CHOICES": {
      const options = (field.options ?? []).map((option) => ({ value: option.id, label: option.label }));
      const many = field.kind === "CHOICES";
      const ids = Array.isArray(field.default) ? field.default.map(String) : [];
      return (
        <PanelRow label={label}>
          {(id) =>
            many ? (
              <Select<string[]>
                id={id}
                className={css.wide}
                mode="multiple"
                aria-label={label}
                value={ids}
                options={options}
                onChange={(next) => set({ default: next.length === 0 ? null : next })}
              />
            ) : (
              <Select<string | undefined>
                id={id}
                className={css.wide}
                allowClear
                aria-label={label}
                value={text || undefined}
                options={options}
                onChange={(next) => set({ default: next ?? null })}
              />
            )
          }
        </PanelRow>
      );
    }
    case "DATE":
      return (
        <SwitchRow
          label={t("formDesign.defaultToday")}
          value={field.default === "TODAY"}
          onChange={(on) => set({ default: on ? "TODAY" : null })}
        />
      );
    case "MEMBER":
    case "DEPARTMENT":
      return (
        <SwitchRow
          label={t(field.kind === "MEMBER" ? "formDesign.defaultMe" : "formDesign.defaultMyDepartment")}
          value={field.default === "ME"}
          onChange={(on) => set({ default: on ? "ME" : null })}
        />
      );
    default:
      return null;
  }
}
