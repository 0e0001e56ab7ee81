import { useQuery } from "@tanstack/react-query";
import { App, Button, Form, Input, InputNumber, Skeleton, Switch } from "antd";
import { useState } from "react";
import { useSession } from "@/api/session";
import { useText } from "@/lib/i18n";
import { FormProblem } from "@/ui/form-problem";
import { LeaveGuard } from "@/ui/leave-guard";
import { ProblemNote } from "@/ui/problem-note";
import css from "./ding-page.module.css";
import { ladderFault } from "./ladder";
import { LadderEditor } from "./ladder-editor";
import { SelectorField } from "./selector-field";
import { type DingSettings, type Ladder, settingsQuery, useSaveSettings } from "./use-ding";

interface Values extends Omit<DingSettings, "quiet"> {
  quietOn: boolean;
  quietFrom: string;
  quietUntil: string;
}

const QUOTAS = ["smsPerSenderDay", "smsPerMonth", "voicePerSenderDay", "voicePerMonth"] as const;
const RECIPIENTS_MAX = 2_000;
const DINGS_MAX = 10_000;
const UNITS_MAX = 1_000_000_000;
const PROBLEMS = {
  "dingrule.bad_ladder": "ladder",
  "dingrule.unknown_selection": "override",
  "dingrule.bad_quiet_hours": "quietFrom",
};

export function SettingsForm() {
  const settings = useQuery(settingsQuery);
  return (
    <>
      <ProblemNote problem={settings.error} />
      {settings.isPending && <Skeleton active paragraph={{ rows: 12 }} />}
      {settings.data && <Loaded key={JSON.stringify(settings.data)} settings={settings.data} />}
    </>
  );
}

/** "22:00:00" as a time field wants it. */
const minutes = (time: string) => time.slice(0, 5);

function Loaded({ settings }: { settings: DingSettings }) {
  const { t } = useText();
  const { message } = App.useApp();
  const { org } = useSession();
  const [form] = Form.useForm<Values>();
  const [dirty, setDirty] = useState(false);
  const save = useSaveSettings();
  const { quiet, ...rest } = settings;
  const quietOn = Form.useWatch("quietOn", form) ?? quiet !== null;
  const submit = ({ quietOn: on, quietFrom, quietUntil, ...values }: Values) =>
    save.mutateAsync({ ...values, quiet: on ? { from: quietFrom, until: quietUntil } : null }).then(
      () => {
        setDirty(false);
        void message.success(t("form.saved"));
      },
      () => undefined, // shown by FormProblem
    );
  return (
    <Form<Values>
      form={form}
      name="ding"
      layout="vertical"
      requiredMark={false}
      initialValues={{
        ...rest,
        quietOn: quiet !== null,
        quietFrom: minutes(quiet?.from ?? "22:00"),
        quietUntil: minutes(quiet?.until ?? "07:00"),
      }}
      onValuesChange={() => setDirty(true)}
      onFinish={submit}
      scrollToFirstError={{ focus: true }}
    >
      <section className={css.card} aria-labelledby="ding-ladder">
        <h2 className={css.cardTitle} id="ding-ladder">
          {t("dingAdmin.ladder")}
        </h2>
        <p className={css.lead}>{t("dingAdmin.ladderHelp")}</p>
        <Form.Item
          name="ladder"
          noStyle={false}
          rules={[
            {
              validator: (_rule, ladder: Ladder) => {
                const fault = ladderFault(ladder);
                return fault === null
                  ? Promise.resolve()
                  : Promise.reject(new Error(t(`dingAdmin.ladderWrong.${fault}`)));
              },
            },
          ]}
        >
          <LadderEditor />
        </Form.Item>
      </section>
      <section className={css.card} aria-labelledby="ding-quiet">
        <h2 className={css.cardTitle} id="ding-quiet">
          {t("dingAdmin.quiet")}
        </h2>
        <p className={css.lead}>{t("dingAdmin.quietHelp", { zone: org.zone })}</p>
        <div className={css.quietRow}>
          <Form.Item name="quietOn" valuePropName="checked" noStyle>
            <Switch aria-label={t("dingAdmin.quiet")} />
          </Form.Item>
          {quietOn && (
            <>
              <Form.Item name="quietFrom" noStyle rules={[{ required: true, message: t("form.required") }]}>
                <Input type="time" className={css.time} aria-label={t("dingAdmin.quietFrom")} />
              </Form.Item>
              <span aria-hidden="true">–</span>
              <Form.Item name="quietUntil" noStyle rules={[{ required: true, message: t("form.required") }]}>
                <Input type="time" className={css.time} aria-label={t("dingAdmin.quietUntil")} />
              </Form.Item>
            </>
          )}
        </div>
        <Form.Item name="override" label={t("dingAdmin.override")} extra={t("dingAdmin.overrideHelp")}>
          <SelectorField label={t("dingAdmin.override")} />
        </Form.Item>
      </section>
      <section className={css.card} aria-labelledby="ding-quotas">
        <h2 className={css.cardTitle} id="ding-quotas">
          {t("dingAdmin.quotas")}
        </h2>
        <p className={css.lead}>{t("dingAdmin.quotasHelp")}</p>
        <div className={css.two}>
          <NumberItem name="recipientsMax" min={1} max={RECIPIENTS_MAX} required />
          <NumberItem name="dingsPerHour" min={1} max={DINGS_MAX} required />
          {QUOTAS.map((name) => (
            <NumberItem key={name} name={name} min={0} max={UNITS_MAX} />
          ))}
        </div>
      </section>
      <FormProblem error={save.error} fields={PROBLEMS} />
      <div className={css.bar}>
        <Button type="primary" htmlType="submit" disabled={!dirty} loading={save.isPending}>
          {t("form.save")}
        </Button>
      </div>
      <LeaveGuard dirty={dirty && !save.isPending} />
    </Form>
  );
}

interface NumberProps {
  name: "recipientsMax" | "dingsPerHour" | (typeof QUOTAS)[number];
  min: number;
  max: number;
  /** Else empty means no limit. */
  required?: boolean;
}

function NumberItem({ name, min, max, required = false }: NumberProps) {
  const { t, locale } = useText();
  return (
    <Form.Item
      name={name}
      label={t(`dingAdmin.quota.${name}`)}
      extra={required ? t("dingAdmin.atMost", { max: max.toLocaleString(locale) }) : undefined}
      rules={[{ required, message: t("form.required") }]}
    >
      <InputNumber
        className={css.number}
        min={min}
        max={max}
        precision={0}
        placeholder={required ? undefined : t("dingAdmin.unlimited")}
      />
    </Form.Item>
  );
}
