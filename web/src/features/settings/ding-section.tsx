import { useQuery } from "@tanstack/react-query";
import { App, Button, Input, Radio, Skeleton, Switch } from "antd";
import { useId, useState } from "react";
import type { DingPreferences, QuietHours } from "@/api/ding-types";
import type { Card } from "@/api/types";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { LeaveGuard } from "@/ui/leave-guard";
import { PersonPicker } from "@/ui/person-picker";
import { ProblemNote } from "@/ui/problem-note";
import css from "./settings-page.module.css";
import { companyQuery, type PreferenceBody, preferencesQuery, useSavePreferences } from "./use-ding-preferences";

/** When I am not to be rung, and who is asked while I am away. */
export function DingSection() {
  const { t } = useText();
  const saved = useQuery(preferencesQuery);
  const company = useQuery(companyQuery);
  if (saved.isPending || company.isPending) return <Skeleton active paragraph={{ rows: 5 }} />;
  if (!saved.data || !company.data) return <ProblemNote problem={saved.error ?? company.error} />;
  return (
    <>
      <p className={css.lead}>{t("settings.ding.lead")}</p>
      <PreferencesForm key={JSON.stringify(saved.data)} saved={saved.data} company={company.data.quiet} />
    </>
  );
}

const two = (value: number) => String(value).padStart(2, "0");

function day(ahead: number): string {
  const at = new Date();
  at.setDate(at.getDate() + ahead);
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

interface FormState {
  own: boolean;
  quiet: QuietHours;
  away: boolean;
  deputy: Card[];
  deputyId: number | null;
  from: string;
  until: string;
}

function initial({ quiet, deputy }: DingPreferences, company: QuietHours | null): FormState {
  const hours = quiet ?? company ?? { from: "22:00", until: "07:00" };
  return {
    own: quiet !== null,
    quiet: { from: hours.from.slice(0, 5), until: hours.until.slice(0, 5) },
    away: deputy !== null,
    deputy: deputy ? [deputy.person] : [],
    deputyId: deputy?.person.id ?? null,
    from: deputy?.from ?? day(0),
    until: deputy?.until ?? day(7),
  };
}

function bodyOf({ own, quiet, away, deputyId, from, until }: FormState): PreferenceBody {
  return {
    quiet: own ? quiet : null,
    deputy: away && deputyId !== null ? { memberId: deputyId, from, until } : null,
  };
}

function PreferencesForm({ saved, company }: { saved: DingPreferences; company: QuietHours | null }) {
  const { t } = useText();
  const { message } = App.useApp();
  const save = useSavePreferences();
  const [first] = useState(() => initial(saved, company));
  const [form, setForm] = useState(first);
  const change = (changes: Partial<FormState>) => setForm((before) => ({ ...before, ...changes }));
  const missing = form.away && form.deputyId === null;
  const submit = () =>
    follow(save.mutateAsync(bodyOf(form)), { onSuccess: () => void message.success(t("form.saved")) });
  return (
    <>
      <LeaveGuard dirty={JSON.stringify(bodyOf(form)) !== JSON.stringify(bodyOf(first))} />
      <fieldset className={css.choice}>
        <legend>{t("settings.ding.quiet")}</legend>
        <p className={css.small}>{t("settings.ding.quietHelp")}</p>
        <Radio.Group
          vertical
          value={form.own}
          onChange={(event) => change({ own: event.target.value })}
          options={[
            {
              value: false,
              label: company
                ? t("settings.ding.company", { from: company.from.slice(0, 5), until: company.until.slice(0, 5) })
                : t("settings.ding.companyNone"),
            },
            { value: true, label: t("settings.ding.own") },
          ]}
        />
        {form.own && (
          <div className={css.buttons}>
            <Field
              label={t("settings.ding.from")}
              type="time"
              value={form.quiet.from}
              onChange={(from) => change({ quiet: { ...form.quiet, from } })}
            />
            <Field
              label={t("settings.ding.until")}
              type="time"
              value={form.quiet.until}
              onChange={(until) => change({ quiet: { ...form.quiet, until } })}
            />
          </div>
        )}
      </fieldset>
      <fieldset className={css.choice}>
        <legend>{t("settings.ding.deputy")}</legend>
        <p className={css.small}>{t("settings.ding.deputyHelp")}</p>
        <div className={css.buttons}>
          <Switch aria-label={t("settings.ding.deputyOn")} checked={form.away} onChange={(away) => change({ away })} />
          <span>{t("settings.ding.deputyOn")}</span>
        </div>
        {form.away && <DeputyFields form={form} onChange={change} />}
      </fieldset>
      <ProblemNote problem={save.error} />
      <Button type="primary" disabled={missing} loading={save.isPending} onClick={submit}>
        {t("form.save")}
      </Button>
    </>
  );
}

function DeputyFields({ form, onChange }: { form: FormState; onChange: (changes: Partial<FormState>) => void }) {
  const { t } = useText();
  return (
    <>
      <PersonPicker
        single
        aria-label={t("settings.ding.deputyWho")}
        placeholder={t("settings.ding.deputyWho")}
        known={form.deputy}
        value={form.deputyId === null ? [] : [form.deputyId]}
        onChange={(ids) => onChange({ deputyId: ids[0] ?? null })}
      />
      <div className={css.buttons}>
        <Field
          label={t("settings.ding.firstDay")}
          type="date"
          value={form.from}
          onChange={(from) => onChange({ from })}
        />
        <Field
          label={t("settings.ding.lastDay")}
          type="date"
          value={form.until}
          onChange={(until) => onChange({ until })}
        />
      </div>
    </>
  );
}

interface FieldProps {
  label: string;
  type: "time" | "date";
  value: string;
  onChange: (value: string) => void;
}

/** An emptied field keeps what it had: there is always a time. */
function Field({ label, type, value, onChange }: FieldProps) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className={css.small}>
        {label}
      </label>
      <Input
        id={id}
        type={type}
        value={value}
        onChange={(event) => event.target.value && onChange(event.target.value)}
      />
    </div>
  );
}
