import { App, Button, Checkbox, Form, Input, Modal, Select, Switch } from "antd";
import type { Webhook, WebhookBody, WebhookCreated } from "@/api/open-types";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { problemText } from "@/lib/problem-text";
import { FormProblem } from "@/ui/form-problem";
import css from "./open.module.css";
import { TOPICS, useChangeWebhook, useCreateWebhook, useDeleteWebhook, useRenewSecret } from "./use-webhooks";

interface Props {
  /** null: a new one */
  webhook: Webhook | null;
  onClose: () => void;
  onSecret: (created: WebhookCreated) => void;
}

type Values = Omit<WebhookBody, "topics"> & { all: boolean; topics: string[] };

function valuesOf(webhook: Webhook | null): Values {
  const all = webhook === null || webhook.topics.includes("*");
  return {
    name: webhook?.name ?? "",
    url: webhook?.url ?? "",
    all,
    topics: all ? [] : webhook.topics,
    withValues: webhook?.withValues ?? false,
    intranet: webhook?.intranet ?? false,
    enabled: webhook?.enabled ?? true,
  };
}

export function WebhookDialog({ webhook, onClose, onSecret }: Props) {
  const { t } = useText();
  const [form] = Form.useForm<Values>();
  const create = useCreateWebhook();
  const change = useChangeWebhook();
  const all = Form.useWatch("all", form) ?? true;
  const submit = ({ all, topics, ...rest }: Values) => {
    const body = { ...rest, topics: all ? ["*"] : topics };
    if (webhook) follow(change.mutateAsync({ id: webhook.id, body }), { onSuccess: onClose });
    else follow(create.mutateAsync(body), { onSuccess: onSecret });
  };
  return (
    <Modal
      open
      title={t(webhook ? "open.webhooks.change" : "open.webhooks.create")}
      okText={t(webhook ? "form.save" : "open.createDo")}
      cancelText={t("form.cancel")}
      confirmLoading={create.isPending || change.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={valuesOf(webhook)}
        onFinish={submit}
      >
        <Form.Item
          name="name"
          label={t("open.name")}
          extra={t("open.webhooks.nameHelp")}
          rules={[{ required: true, whitespace: true, message: t("open.nameNeeded") }]}
        >
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item
          name="url"
          label={t("open.webhooks.url")}
          rules={[{ required: true, whitespace: true, message: t("open.webhooks.urlNeeded") }]}
        >
          <Input maxLength={500} placeholder="https://" inputMode="url" />
        </Form.Item>
        <Form.Item name="intranet" valuePropName="checked" extra={t("open.webhooks.intranetHelp")}>
          <Checkbox>{t("open.webhooks.intranet")}</Checkbox>
        </Form.Item>
        <Form.Item name="all" valuePropName="checked" label={t("open.webhooks.topics")}>
          <Checkbox>{t("open.webhooks.allTopics")}</Checkbox>
        </Form.Item>
        {!all && (
          <Form.Item name="topics" rules={[{ required: true, message: t("open.webhooks.topicsNeeded") }]}>
            <Select
              mode="multiple"
              aria-label={t("open.webhooks.topics")}
              options={TOPICS.map((value) => ({
                value,
                label: t(`open.topic.${value}`),
              }))}
            />
          </Form.Item>
        )}
        <Form.Item name="withValues" valuePropName="checked" extra={t("open.webhooks.withValuesHelp")}>
          <Checkbox>{t("open.webhooks.withValues")}</Checkbox>
        </Form.Item>
        <Form.Item name="enabled" valuePropName="checked" label={t("open.on")}>
          <Switch />
        </Form.Item>
        <FormProblem error={create.error ?? change.error} />
        {webhook && <MoreActs webhook={webhook} onClose={onClose} onSecret={onSecret} />}
      </Form>
    </Modal>
  );
}

function MoreActs({ webhook, onClose, onSecret }: Props & { webhook: Webhook }) {
  const { t } = useText();
  const { modal, message } = App.useApp();
  const renew = useRenewSecret();
  const remove = useDeleteWebhook();
  const ask = (key: "renew" | "delete", onOk: () => Promise<void>) =>
    modal.confirm({
      title: t(`open.webhooks.${key}Title`),
      content: t(`open.webhooks.${key}Text`),
      okText: t(`open.webhooks.${key}`),
      okButtonProps: { danger: true },
      cancelText: t("form.cancel"),
      onOk: () => onOk().catch((error) => void message.error(problemText(t, error))),
    });
  return (
    <div className={css.buttons}>
      <Button onClick={() => ask("renew", () => renew.mutateAsync(webhook.id).then(onSecret))}>
        {t("open.webhooks.renew")}
      </Button>
      <Button danger onClick={() => ask("delete", () => remove.mutateAsync(webhook.id).then(onClose))}>
        {t("open.webhooks.delete")}
      </Button>
    </div>
  );
}
