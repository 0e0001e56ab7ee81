import { useQuery } from "@tanstack/react-query";
import { App, Button, Checkbox, Form, Input, Select } from "antd";
import type { CardContent, MyCard } from "@/api/customer-types";
import { api } from "@/api/http";
import { useSession } from "@/api/session";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { FormProblem } from "@/ui/form-problem";
import { QrPicture } from "@/ui/qr-picture";
import css from "./customer.module.css";
import { PageFrame } from "./page-frame";
import { useCodeWords } from "./use-code-words";
import { myCardQuery, useChange } from "./use-customers";

/** The employee's own code, and what strangers read when they scan it. */
export function MyCardPage() {
  const { t } = useText();
  const { data, error, isPending } = useQuery(myCardQuery);
  const { member } = useSession();
  const words = useCodeWords(member.name);
  return (
    <PageFrame title={t("customer.places.card")} lead={t("customer.card.lead")} problem={error} pending={isPending}>
      {data && (
        <>
          {data.path !== null && (
            <section className={css.card} aria-label={t("customer.code.title")}>
              <QrPicture picture="/api/my-card/qr" path={data.path} name={member.name} words={words} />
            </section>
          )}
          <CardForm card={data} />
        </>
      )}
    </PageFrame>
  );
}

interface Values extends Pick<CardContent, "title" | "needs" | "autoReply" | "skipVerify"> {
  welcome: string;
}

function CardForm({ card: { content } }: { card: MyCard }) {
  const { t } = useText();
  const { message } = App.useApp();
  const save = useChange((body: CardContent) => api.put<MyCard>("/api/my-card", body));
  const submit = ({ welcome, ...values }: Values) =>
    follow(
      save.mutateAsync({
        ...content,
        ...values,
        welcome:
          welcome.trim() === "" && !content.welcome?.files.length
            ? null
            : { text: welcome, files: content.welcome?.files ?? [] },
      }),
      { onSuccess: () => void message.success(t("customer.saved")) },
    );
  return (
    <section className={css.card} aria-label={t("customer.card.content")}>
      <Form layout="vertical" initialValues={{ ...content, welcome: content.welcome?.text ?? "" }} onFinish={submit}>
        <Form.Item name="title" label={t("customer.card.title")}>
          <Input maxLength={12} showCount />
        </Form.Item>
        <Form.Item name="needs" label={t("customer.card.needs")} extra={t("customer.card.needsHelp")}>
          <Select mode="tags" open={false} suffix={null} maxCount={5} />
        </Form.Item>
        <Form.Item name="welcome" label={t("customer.card.welcome")} extra={t("customer.card.welcomeHelp")}>
          <Input.TextArea rows={3} maxLength={1000} showCount />
        </Form.Item>
        <Form.Item name="autoReply" label={t("customer.card.autoReply")} extra={t("customer.card.autoReplyHelp")}>
          <Input.TextArea rows={2} maxLength={500} showCount />
        </Form.Item>
        <Form.Item name="skipVerify" valuePropName="checked">
          <Checkbox>{t("customer.card.skipVerify")}</Checkbox>
        </Form.Item>
        <FormProblem error={save.error} />
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t("customer.save")}
        </Button>
      </Form>
    </section>
  );
}
