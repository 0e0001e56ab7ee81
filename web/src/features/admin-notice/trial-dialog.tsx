import { CheckCircleFilled, CloseCircleFilled, LoadingOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button, Form, Input, Modal } from "antd";
import { useText } from "@/lib/i18n";
import { FormProblem } from "@/ui/form-problem";
import { ProblemNote } from "@/ui/problem-note";
import css from "./channels-page.module.css";
import { money } from "./money";
import { type ChannelInfo, isOver, type Order, trialQuery, useTrial } from "./use-notice";

interface Props {
  info: ChannelInfo;
  onClose: () => void;
}

/** Sends one real notice and shows what becomes of it, as long as the dialog is open. */
export function TrialDialog({ info, onClose }: Props) {
  const { t } = useText();
  const [form] = Form.useForm<{ address: string }>();
  const trial = useTrial(info.channel);
  const { channel } = info;
  return (
    <Modal
      open
      title={t("notice.tryTitle", { name: t(`notice.channel.${channel}`) })}
      onCancel={onClose}
      footer={[
        <Button key="close" onClick={onClose}>
          {t("form.close")}
        </Button>,
        <Button key="send" type="primary" loading={trial.isPending} onClick={form.submit}>
          {t(trial.data ? "notice.tryAgain" : "notice.tryDo")}
        </Button>,
      ]}
    >
      <Form
        form={form}
        name="trial"
        layout="vertical"
        requiredMark={false}
        initialValues={{ address: "" }}
        onFinish={({ address }) => trial.mutate(address ?? "")}
      >
        {channel === "PUSH" ? (
          <p className={css.intro}>{t("notice.tryPush")}</p>
        ) : (
          <Form.Item
            name="address"
            label={t(channel === "EMAIL" ? "notice.tryEmail" : "notice.tryPhone")}
            extra={t("notice.tryOwn")}
          >
            <Input
              autoFocus
              maxLength={320}
              inputMode={channel === "EMAIL" ? "email" : "tel"}
              placeholder={channel === "EMAIL" ? "name@example.com" : "+86 138 0013 8000"}
            />
          </Form.Item>
        )}
        <FormProblem error={trial.error} fields={{ "platform.invalid": "address" }} />
      </Form>
      {trial.data && <Result key={trial.data.id} first={trial.data} />}
    </Modal>
  );
}

function Result({ first }: { first: Order }) {
  const { t, locale } = useText();
  const { data: order, error } = useQuery(trialQuery(first));
  const failed = order.state === "FAILED";
  const good = order.answered || order.state === "DELIVERED";
  return (
    <div className={css.result} role="status" data-state={failed ? "bad" : good ? "good" : "open"}>
      <ProblemNote problem={error} />
      <p className={css.resultLine}>
        {failed ? <CloseCircleFilled /> : good ? <CheckCircleFilled /> : <LoadingOutlined />}
        <span>{order.answered ? t("notice.answered") : t(`notice.trial.${order.state}`)}</span>
        {order.address && <span className={css.quiet}>{order.address}</span>}
      </p>
      {order.reason && <p>{t(`notice.reason.${order.reason}`)}</p>}
      {order.reason && !isOver(order) && <p className={css.quiet}>{t("notice.triedAgain")}</p>}
      {(order.units > 0 || order.attempts > 1) && (
        <p className={css.quiet}>
          {t("notice.trialFacts", {
            attempts: order.attempts,
            units: order.units,
            cost: money(order.costFen, locale),
          })}
        </p>
      )}
    </div>
  );
}
