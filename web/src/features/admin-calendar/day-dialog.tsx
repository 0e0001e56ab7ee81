import { App, Button, Form, Input, Modal, Radio } from "antd";
import { useText } from "@/lib/i18n";
import { FormProblem } from "@/ui/form-problem";
import css from "./calendar-page.module.css";
import { type Day, useClearDay, useSetDay } from "./use-calendar";

interface Values {
  work: boolean;
  name: string;
}

const NAME_MAX = 30;

/** Decides whether one day is worked. */
export function DayDialog({ day, onClose }: { day: Day; onClose: () => void }) {
  const { t, locale } = useText();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const set = useSetDay();
  const clear = useClearDay();
  const title = new Intl.DateTimeFormat(locale, { dateStyle: "full", timeZone: "UTC" }).format(
    new Date(`${day.date}T00:00:00Z`),
  );
  const done = () => {
    void message.success(t("form.saved"));
    onClose();
  };
  const save = ({ work, name }: Values) =>
    set.mutateAsync({ date: day.date, work, name: name.trim() }).then(done, () => undefined); // shown by FormProblem
  const restore = () => clear.mutateAsync(day.date).then(done, () => undefined);
  const busy = set.isPending || clear.isPending;
  return (
    <Modal
      open
      title={title}
      onCancel={onClose}
      footer={
        <div className={css.footer}>
          {day.own && (
            <Button onClick={restore} loading={clear.isPending} disabled={set.isPending}>
              {t("calendarAdmin.restore")}
            </Button>
          )}
          <span className={css.grow} />
          <Button onClick={onClose}>{t("form.cancel")}</Button>
          <Button type="primary" loading={set.isPending} disabled={clear.isPending} onClick={() => form.submit()}>
            {t("form.save")}
          </Button>
        </div>
      }
    >
      <p className={css.lead}>
        {t("calendarAdmin.dayNow", { what: day.name || t(`calendarAdmin.kind.${day.kind}`) })}
        {day.own && ` · ${t("calendarAdmin.own")}`}
      </p>
      <Form<Values>
        form={form}
        name="calendar-day"
        layout="vertical"
        requiredMark={false}
        disabled={busy}
        initialValues={{ work: day.kind === "WORK" || day.kind === "SWAPPED_WORK", name: day.name }}
        onFinish={save}
      >
        <Form.Item name="work" label={t("calendarAdmin.dayIs")}>
          <Radio.Group
            options={[
              { value: true, label: t("calendarAdmin.dayWork") },
              { value: false, label: t("calendarAdmin.dayOff") },
            ]}
          />
        </Form.Item>
        <Form.Item name="name" label={t("calendarAdmin.dayName")} extra={t("calendarAdmin.dayNameHelp")}>
          <Input maxLength={NAME_MAX} showCount />
        </Form.Item>
        <FormProblem error={set.error ?? clear.error} />
      </Form>
    </Modal>
  );
}
