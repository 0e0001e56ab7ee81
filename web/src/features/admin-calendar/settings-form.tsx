import { App, Button, Checkbox, Form, Input, Radio, Switch } from "antd";
import { useState } from "react";
import { useText } from "@/lib/i18n";
import { FormProblem } from "@/ui/form-problem";
import { LeaveGuard } from "@/ui/leave-guard";
import css from "./calendar-page.module.css";
import { BASES, type CalendarAdmin, type CalendarSettings, useSaveCalendar, WEEKDAYS } from "./use-calendar";

interface Values extends Pick<CalendarSettings, "base" | "weekdays"> {
  from: string;
  until: string;
  breakOn: boolean;
  breakFrom: string;
  breakUntil: string;
}

/** "09:00:00" as a time field wants it. */
const minutes = (time: string) => time.slice(0, 5);

export function SettingsForm({ settings }: { settings: CalendarAdmin }) {
  const { t } = useText();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const [dirty, setDirty] = useState(false);
  const save = useSaveCalendar();
  const { base, weekdays, hours, zone } = settings;
  const breakOn = Form.useWatch("breakOn", form) ?? hours.breakFrom !== null;
  const submit = (values: Values) =>
    save
      .mutateAsync({
        base: values.base,
        weekdays: values.weekdays,
        hours: {
          from: values.from,
          until: values.until,
          breakFrom: values.breakOn ? values.breakFrom : null,
          breakUntil: values.breakOn ? values.breakUntil : null,
        },
      })
      .then(
        () => {
          setDirty(false);
          void message.success(t("form.saved"));
        },
        () => undefined, // shown by FormProblem
      );
  return (
    <Form<Values>
      form={form}
      name="calendar"
      layout="vertical"
      requiredMark={false}
      initialValues={{
        base,
        weekdays,
        from: minutes(hours.from),
        until: minutes(hours.until),
        breakOn: hours.breakFrom !== null,
        breakFrom: minutes(hours.breakFrom ?? "12:00"),
        breakUntil: minutes(hours.breakUntil ?? "13:30"),
      }}
      onValuesChange={() => setDirty(true)}
      onFinish={submit}
    >
      <Form.Item name="base" label={t("calendarAdmin.base")}>
        <Radio.Group
          className={css.choices}
          options={BASES.map((value) => ({ value, label: t(`calendarAdmin.bases.${value}`) }))}
        />
      </Form.Item>
      <Form.Item
        name="weekdays"
        label={t("calendarAdmin.weekdays")}
        rules={[{ type: "array", min: 1, message: t("calendarAdmin.weekdaysMissing") }]}
      >
        <Checkbox.Group options={WEEKDAYS.map((value) => ({ value, label: t(`calendarAdmin.weekday.${value}`) }))} />
      </Form.Item>
      <fieldset className={css.fields}>
        <legend>{t("calendarAdmin.hours")}</legend>
        <p className={css.lead}>{t("calendarAdmin.hoursHelp", { zone })}</p>
        <div className={css.times}>
          <Time name="from" />
          <span aria-hidden="true">–</span>
          <Time name="until" />
        </div>
        <div className={css.times}>
          <Form.Item name="breakOn" valuePropName="checked" noStyle>
            <Switch aria-label={t("calendarAdmin.break")} />
          </Form.Item>
          <span aria-hidden="true">{t("calendarAdmin.break")}</span>
          {breakOn && (
            <>
              <Time name="breakFrom" />
              <span aria-hidden="true">–</span>
              <Time name="breakUntil" />
            </>
          )}
        </div>
      </fieldset>
      <FormProblem error={save.error} />
      <Button type="primary" htmlType="submit" disabled={!dirty} loading={save.isPending}>
        {t("form.save")}
      </Button>
      <LeaveGuard dirty={dirty && !save.isPending} />
    </Form>
  );
}

function Time({ name }: { name: "from" | "until" | "breakFrom" | "breakUntil" }) {
  const { t } = useText();
  return (
    <Form.Item name={name} noStyle rules={[{ required: true, message: t("form.required") }]}>
      <Input type="time" className={css.time} aria-label={t(`calendarAdmin.time.${name}`)} />
    </Form.Item>
  );
}
