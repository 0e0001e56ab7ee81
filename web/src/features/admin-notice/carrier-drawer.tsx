import { App, Button, Drawer, Form, InputNumber, Select } from "antd";
import { useState } from "react";
import { Problem } from "@/api/http";
import { type Translate, useText } from "@/lib/i18n";
import { usePhone } from "@/lib/media";
import { FormProblem } from "@/ui/form-problem";
import { CarrierField } from "./carrier-field";
import { applies, fieldsOf, refusedField, settingsOf, valuesOf } from "./carrier-fields";
import css from "./channels-page.module.css";
import { fenOf } from "./money";
import { type CarrierKind, type ChannelInfo, useConnect } from "./use-notice";

interface Props {
  info: ChannelInfo;
  onClose: () => void;
}

/** How one channel is connected. Beside it the page stays in sight. */
export function CarrierDrawer({ info, onClose }: Props) {
  const { t } = useText();
  const { modal } = App.useApp();
  const phone = usePhone();
  const [dirty, setDirty] = useState(false);
  const offered = info.kinds.find((each) => each === info.kind) ?? info.kinds[0];
  const [kind, setKind] = useState<CarrierKind | undefined>(offered);
  const close = () => {
    if (!dirty) return onClose();
    modal.confirm({
      title: t("form.discardTitle"),
      content: t("form.discardText"),
      okText: t("form.discard"),
      okButtonProps: { danger: true },
      cancelText: t("form.stay"),
      onOk: onClose,
    });
  };
  return (
    <Drawer
      open
      size={phone ? "100%" : 480}
      title={t(`notice.connect.${info.channel}`)}
      onClose={close}
      closable={{ "aria-label": t("form.close") }}
    >
      {info.kinds.length > 1 && (
        <div className={css.kind}>
          <span aria-hidden="true">{t("notice.kindOf")}</span>
          <Select
            aria-label={t("notice.kindOf")}
            value={kind}
            onChange={setKind}
            options={info.kinds.map((value) => ({ value, label: t(`notice.kind.${value}`) }))}
          />
        </div>
      )}
      {kind && <CarrierForm key={kind} info={info} kind={kind} onDirty={() => setDirty(true)} onDone={onClose} />}
    </Drawer>
  );
}

interface FormProps {
  info: ChannelInfo;
  kind: CarrierKind;
  onDirty: () => void;
  onDone: () => void;
}

const PER_MINUTE = 600;

function CarrierForm({ info, kind, onDirty, onDone }: FormProps) {
  const { t } = useText();
  const { message } = App.useApp();
  const [form] = Form.useForm<Record<string, unknown>>();
  const [more, setMore] = useState(false);
  const save = useConnect(info.channel);
  const same = info.kind === kind;
  const start = valuesOf(kind, same ? info.settings : null);
  const values = (Form.useWatch([], form) as Record<string, unknown> | undefined) ?? start;
  const fields = fieldsOf(kind).filter((field) => applies(field, values));
  const submit = ({ perMinute, price, ...filled }: Record<string, unknown>) =>
    save
      .mutateAsync({
        kind,
        settings: settingsOf(kind, filled),
        enabled: info.state !== "OFF",
        perMinute: perMinute as number | null,
        priceFen: fenOf(price as number | null),
      })
      .then(
        () => {
          void message.success(t("form.saved"));
          onDone();
        },
        (error) => {
          const field = refused(kind, error);
          if (!field) return;
          if (field.rare) setMore(true);
          const text = refusalText(t, error) ?? wrongText(t, kind, field.path, filled);
          form.setFields([{ name: field.path, errors: [text] }]);
          // What is rare is in the page only from now on.
          requestAnimationFrame(() => form.scrollToField(field.path, { focus: true }));
        },
      );
  const rare = fields.filter((field) => field.rare);
  const show = (rareOnes: boolean) =>
    fields
      .filter((field) => (field.rare ?? false) === rareOnes)
      .map((field) => <CarrierField key={field.path} field={field} kept={same && info.secrets.includes(field.path)} />);
  return (
    <Form
      form={form}
      name="carrier"
      layout="vertical"
      requiredMark={(label, { required }) => (
        <>
          {label}
          {required && <span className={css.needed}>{t("notice.needed")}</span>}
        </>
      )}
      initialValues={{
        ...start,
        perMinute: info.perMinute ?? PER_MINUTE,
        price: info.priceFen === null ? null : info.priceFen / 100,
      }}
      onValuesChange={onDirty}
      onFinish={submit}
      scrollToFirstError={{ focus: true }}
    >
      {kind !== "WEB_PUSH" && <p className={css.intro}>{t(`notice.intro.${kind as "SMTP"}`)}</p>}
      {show(false)}
      {rare.length > 0 && (
        <Button type="link" className={css.more} aria-expanded={more} onClick={() => setMore(!more)}>
          {t(more ? "notice.less" : "notice.more")}
        </Button>
      )}
      <div hidden={!more}>{show(true)}</div>
      <Form.Item name="perMinute" label={t("notice.perMinute")} extra={t("notice.perMinuteHelp")}>
        <InputNumber className={css.number} min={1} max={600_000} precision={0} />
      </Form.Item>
      {kind !== "WEB_PUSH" && (
        <Form.Item name="price" label={t(`notice.price.${info.channel as "SMS"}`)} extra={t("notice.priceHelp")}>
          <InputNumber className={css.number} min={0} max={10_000} precision={2} step={0.01} prefix="¥" />
        </Form.Item>
      )}
      {!refused(kind, save.error) && <FormProblem error={save.error} />}
      <div className={css.bar}>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t("form.save")}
        </Button>
      </div>
    </Form>
  );
}

const ABOUT_A_FIELD = ["notice.bad_settings", "notice.secret_again", "notice.address_refused"];

function refused(kind: CarrierKind, error: unknown) {
  return error instanceof Problem && ABOUT_A_FIELD.includes(error.code)
    ? refusedField(kind, String(error.params.field))
    : undefined;
}

/** When the value itself is right. */
function refusalText(t: Translate, error: unknown): string | undefined {
  if (!(error instanceof Problem) || error.code === "notice.bad_settings") return undefined;
  return t(error.code === "notice.secret_again" ? "notice.wrong.secretAgain" : "notice.wrong.addressRefused");
}

/** What is wrong with a field, in words that say how to mend it. */
function wrongText(t: Translate, kind: CarrierKind, path: string, values: Record<string, unknown>): string {
  switch (path) {
    case "host":
    case "mailbox.host":
    case "outboundProxy":
      return t("notice.wrong.host");
    case "from":
    case "bounceAddress":
      return t("notice.wrong.address");
    case "security":
    case "mailbox.security":
      return t("notice.wrong.security");
    case "username":
      return t("notice.wrong.username");
    case "password":
      return t(kind !== "SMPP" && values.username ? "notice.wrong.passwordMissing" : "notice.wrong.password");
    case "mailbox.username":
      return t("notice.wrong.mailboxUsername");
    case "mailbox.password":
      return t("notice.wrong.passwordMissing");
    case "auth.secret":
      return t("notice.wrong.secret");
    case "url":
      return t("notice.wrong.url", { names: "{{phone}}, {{text}}" });
    case "body":
      return t("notice.wrong.body", { names: "{{phone}}, {{text}}" });
    default:
      return t("notice.wrong.other");
  }
}
