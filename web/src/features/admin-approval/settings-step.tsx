import { Input, InputNumber, Radio, Select, Switch } from "antd";
import { type ReactNode, useId } from "react";
import type { TemplateContent, TemplateSettings } from "@/api/approval-template-types";
import { COMMENT_RULES } from "@/api/approval-template-types";
import { useText } from "@/lib/i18n";
import { flawWords } from "@/ui/forms/designer/flaw-words";
import { useNames } from "@/ui/forms/designer/use-names";
import { MembersField } from "@/ui/members-field";
import css from "@/ui/template-editor.module.css";
import type { SettingFlaw } from "./all-flaws";

const MOST_SUMMARY = 3;
const PERIODS = ["NEVER", "YEAR", "MONTH", "DAY"] as const;

interface Props {
  draft: TemplateContent;
  change: (changes: Partial<TemplateContent>, group?: string) => void;
  flaws: readonly SettingFlaw[];
}

/** What holds for the whole template. */
export function SettingsStep({ draft, change, flaws }: Props) {
  const { t } = useText();
  const { settings } = draft;
  const set = (changes: Partial<TemplateSettings>, group?: string) =>
    change({ settings: { ...settings, ...changes } }, group);
  useNames(settings.administratorId === null ? [] : [settings.administratorId]);
  const flawOf = (setting: string) => {
    const flaw = flaws.find((each) => each.setting === setting);
    return flaw && <p className={css.flaw}>{flawWords(t, flaw)}</p>;
  };
  const summary = draft.form.fields
    .filter((field) => field.kind !== "NOTE")
    .map((field) => ({ value: field.key, label: field.label }));
  return (
    <div className={css.form}>
      <SwitchRow name="mayRevoke" value={settings.mayRevoke} onChange={(mayRevoke) => set({ mayRevoke })} />
      <SwitchRow name="mayUndo" value={settings.mayUndo} onChange={(mayUndo) => set({ mayUndo })} />
      <Group label={t("approvalDesign.settings.comments")}>
        <Radio.Group
          className={css.list}
          aria-label={t("approvalDesign.settings.comments")}
          value={settings.comments}
          options={COMMENT_RULES.map((rule) => ({
            value: rule,
            label: t(`approvalDesign.settings.commentsOf.${rule}`),
          }))}
          onChange={(event) => set({ comments: event.target.value })}
        />
      </Group>
      <NumberingRow settings={settings} set={set} flaw={flawOf("numbering.prefix")} />
      <Group label={t("approvalDesign.settings.summary")} help={t("approvalDesign.settings.summaryHelp")}>
        <Select<string[]>
          mode="multiple"
          aria-label={t("approvalDesign.settings.summary")}
          maxCount={MOST_SUMMARY}
          value={settings.summary}
          options={summary}
          onChange={(next) => set({ summary: next.slice(0, MOST_SUMMARY) })}
        />
        {flawOf("summary")}
      </Group>
      <Group label={t("approvalDesign.settings.administrator")} help={t("approvalDesign.settings.administratorHelp")}>
        <MembersField
          label={t("approvalDesign.settings.administrator")}
          single
          ids={settings.administratorId === null ? [] : [settings.administratorId]}
          onChange={([administratorId]) => set({ administratorId: administratorId ?? null })}
        />
        {flawOf("administratorId")}
      </Group>
    </div>
  );
}

function Group({ label, help, children }: { label: string; help?: string; children: ReactNode }) {
  return (
    <fieldset className={css.field}>
      <legend className={css.label}>{label}</legend>
      {help && <p className={css.quiet}>{help}</p>}
      {children}
    </fieldset>
  );
}

interface SwitchProps {
  name: "mayRevoke" | "mayUndo";
  value: boolean;
  onChange: (value: boolean) => void;
}

function SwitchRow({ name, value, onChange }: SwitchProps) {
  const { t } = useText();
  const id = useId();
  return (
    <div className={css.switchLine}>
      <span className={css.words}>
        <label className={css.label} htmlFor={id}>
          {t(`approvalDesign.settings.${name}`)}
        </label>
        <span className={css.quiet}>{t(`approvalDesign.settings.${name}Help`)}</span>
      </span>
      <Switch id={id} checked={value} onChange={onChange} />
    </div>
  );
}

interface NumberingProps {
  settings: TemplateSettings;
  set: (changes: Partial<TemplateSettings>, group?: string) => void;
  flaw: ReactNode;
}

function NumberingRow({ settings, set, flaw }: NumberingProps) {
  const { t } = useText();
  const id = useId();
  const { prefix, period, digits } = settings.numbering;
  const change = (changes: Partial<TemplateSettings["numbering"]>, group?: string) =>
    set({ numbering: { ...settings.numbering, ...changes } }, group);
  const within = { NEVER: "", YEAR: "2026", MONTH: "202611", DAY: "20261127" }[period];
  return (
    <Group label={t("approvalDesign.settings.numbering")}>
      <div className={css.three}>
        <span className={css.field}>
          <label className={css.quiet} htmlFor={`${id}-prefix`}>
            {t("approvalDesign.settings.prefix")}
          </label>
          <Input
            id={`${id}-prefix`}
            maxLength={16}
            value={prefix}
            onChange={(event) => change({ prefix: event.target.value.trim() }, "prefix")}
          />
        </span>
        <span className={css.field}>
          <span className={css.quiet}>{t("formDesign.reset")}</span>
          <Select
            aria-label={t("formDesign.reset")}
            value={period}
            options={PERIODS.map((each) => ({ value: each, label: t(`formDesign.resets.${each}`) }))}
            onChange={(next) => change({ period: next })}
          />
        </span>
        <span className={css.field}>
          <label className={css.quiet} htmlFor={`${id}-digits`}>
            {t("formDesign.digits")}
          </label>
          <InputNumber
            id={`${id}-digits`}
            min={1}
            max={10}
            precision={0}
            value={digits}
            onChange={(next) => change({ digits: next ?? 4 })}
          />
        </span>
      </div>
      <p className={css.quiet}>
        {t("approvalDesign.settings.example", { number: `${prefix}${within}${"1".padStart(digits, "0")}` })}
      </p>
      {flaw}
    </Group>
  );
}
