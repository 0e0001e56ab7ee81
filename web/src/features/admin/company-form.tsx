import { App, Button, Form, Input, InputNumber, Select, Switch } from "antd";
import { useState } from "react";
import type { Org, OrgSettings } from "@/api/types";
import { useText } from "@/lib/i18n";
import { FormProblem } from "@/ui/form-problem";
import { LeaveGuard } from "@/ui/leave-guard";
import css from "./company-page.module.css";
import { useSaveCompany } from "./use-company";

interface Values extends OrgSettings {
  name: string;
  zone: string;
  locale: Org["locale"];
}

const SWITCHES = ["readReceipts", "contactsVisible", "membersMayInvite", "membersMayCreateGroups"] as const;
const PROBLEMS = { "directory.bad_zone": "zone", "directory.bad_name": "name" };
const ZONES = Intl.supportedValuesOf("timeZone").map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));

export function CompanyForm({ org }: { org: Org }) {
  const { t } = useText();
  const { message } = App.useApp();
  const save = useSaveCompany();
  const [dirty, setDirty] = useState(false);
  const submit = ({ name, zone, locale, ...settings }: Values) =>
    save.mutateAsync({ name, zone, locale, settings }).then(
      () => {
        setDirty(false);
        void message.success(t("form.saved"));
      },
      () => undefined, // shown by FormProblem
    );
  return (
    <Form<Values>
      layout="vertical"
      requiredMark={false}
      initialValues={{ ...org.settings, name: org.name, zone: org.zone, locale: org.locale }}
      onFinish={submit}
      onValuesChange={() => setDirty(true)}
      scrollToFirstError={{ focus: true }}
    >
      <section className={css.card}>
        <Form.Item
          name="name"
          label={t("admin.company.name")}
          extra={t("admin.company.nameHelp")}
          rules={[{ required: true, whitespace: true, message: t("admin.company.nameNeeded") }]}
        >
          <Input maxLength={64} autoComplete="organization" />
        </Form.Item>
        <Form.Item name="zone" label={t("admin.company.zone")} extra={t("admin.company.zoneHelp")}>
          <Select showSearch={{ optionFilterProp: "label" }} options={ZONES} />
        </Form.Item>
        <Form.Item name="locale" label={t("admin.company.locale")} extra={t("admin.company.localeHelp")}>
          <Select
            options={[
              { value: "zh-CN", label: "中文" },
              { value: "en-US", label: "English" },
            ]}
          />
        </Form.Item>
      </section>
      <section className={css.card} aria-labelledby="company-rules">
        <h2 className={css.cardTitle} id="company-rules">
          {t("admin.company.rules")}
        </h2>
        <Form.Item
          name="recallHours"
          label={t("admin.company.recallHours")}
          extra={t("admin.company.recallHoursHelp")}
          rules={[{ type: "integer", required: true, min: 0, max: 8760, message: t("admin.company.recallNeeded") }]}
        >
          <InputNumber suffix={t("admin.company.hours")} style={{ width: 160 }} />
        </Form.Item>
        <Form.Item
          name="groupMax"
          label={t("admin.company.groupMax")}
          extra={t("admin.company.groupMaxHelp")}
          rules={[{ type: "integer", required: true, min: 2, max: 10_000, message: t("admin.company.groupMaxNeeded") }]}
        >
          <InputNumber style={{ width: 160 }} />
        </Form.Item>
        {SWITCHES.filter((name) => name in org.settings).map((name) => (
          <SwitchRow key={name} name={name} />
        ))}
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

function SwitchRow({ name }: { name: (typeof SWITCHES)[number] }) {
  const { t } = useText();
  return (
    <div className={css.switchRow}>
      <label className={css.switchText} htmlFor={name}>
        <span className={css.switchName}>{t(`admin.company.${name}`)}</span>
        <span className={css.quiet}>{t(`admin.company.${name}Help`)}</span>
      </label>
      <Form.Item name={name} valuePropName="checked" noStyle>
        <Switch aria-label={t(`admin.company.${name}`)} />
      </Form.Item>
    </div>
  );
}
