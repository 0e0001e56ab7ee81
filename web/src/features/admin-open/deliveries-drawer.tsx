import { SendOutlined } from "@ant-design/icons";
import { useInfiniteQuery } from "@tanstack/react-query";
import { App, Button, Drawer } from "antd";
import type { DeliveryState, Webhook, WebhookDelivery } from "@/api/open-types";
import type { Locale } from "@/api/types";
import { follow } from "@/lib/follow";
import { type Translate, useText } from "@/lib/i18n";
import { problemText } from "@/lib/problem-text";
import { absolute, dayAndClock } from "@/lib/times";
import { type Column, DataTable } from "@/ui/data-table";
import { EmptyState } from "@/ui/empty-state";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import { StateTag, type Tone } from "@/ui/state-tag";
import css from "./open.module.css";
import { deliveriesQuery, useRepeat, useTestWebhook } from "./use-webhooks";

const TONES: Record<DeliveryState, Tone> = { QUEUED: "quiet", SENDING: "busy", DELIVERED: "good", DEAD: "bad" };

/** What was sent to one address, the newest first, and a button to try it. */
export function DeliveriesDrawer({ webhook, onClose }: { webhook: Webhook; onClose: () => void }) {
  const { t, locale } = useText();
  const { message } = App.useApp();
  const deliveries = useInfiniteQuery(deliveriesQuery(webhook.id));
  const test = useTestWebhook();
  const rows = deliveries.data?.pages.flatMap((page) => page.items) ?? [];
  const send = () =>
    follow(test.mutateAsync(webhook.id), { onError: (error) => void message.error(problemText(t, error)) });
  return (
    <Drawer
      open
      size={760}
      title={t("open.webhooks.deliveriesOf", { name: webhook.name })}
      onClose={onClose}
      extra={
        <Button icon={<SendOutlined />} loading={test.isPending} disabled={!webhook.enabled} onClick={send}>
          {t("open.webhooks.test")}
        </Button>
      }
    >
      <div className={css.deliveries}>
        <ProblemNote problem={deliveries.error} />
        {deliveries.isPending ? (
          <RowSkeletons label={t("form.loading")} />
        ) : (
          <DataTable
            rows={rows}
            columns={columns(t, locale)}
            keyOf={({ id }) => id}
            label={t("open.webhooks.deliveries")}
            hasMore={deliveries.hasNextPage}
            loadingMore={deliveries.isFetchingNextPage}
            onEnd={() => void deliveries.fetchNextPage()}
            empty={
              deliveries.isSuccess && (
                <EmptyState title={t("open.webhooks.nothingSent")} text={t("open.webhooks.nothingSentText")} />
              )
            }
          />
        )}
      </div>
    </Drawer>
  );
}

function columns(t: Translate, locale: Locale): Column<WebhookDelivery>[] {
  return [
    {
      key: "topic",
      title: t("open.delivery.topic"),
      width: 190,
      render: ({ topic, eventKey }) => (
        <span className={css.cut} title={eventKey}>
          {topic}
        </span>
      ),
    },
    {
      key: "createdAt",
      title: t("open.delivery.createdAt"),
      width: 130,
      render: ({ createdAt }) => <span title={absolute(createdAt)}>{dayAndClock(createdAt, locale)}</span>,
    },
    {
      key: "state",
      title: t("open.state"),
      width: 90,
      render: ({ state }) => <StateTag tone={TONES[state]}>{t(`open.deliveryState.${state}`)}</StateTag>,
    },
    { key: "answer", title: t("open.delivery.answer"), width: 150, render: (row) => answerText(t, row) },
    { key: "attempts", title: t("open.delivery.attempts"), width: 60, render: ({ attempts }) => attempts },
    { key: "act", title: t("open.acts"), width: 100, render: (row) => <Repeat delivery={row} /> },
  ];
}

const FAILURES = ["NO_ANSWER", "UNKNOWN_HOST", "ADDRESS_REFUSED", "UNREADABLE", "TOO_LATE"] as const;

function answerText(t: Translate, { status, failure }: WebhookDelivery): string {
  const known = FAILURES.find((each) => each === failure);
  if (known) return t(`open.failure.${known}`);
  return status === null ? "" : String(status);
}

function Repeat({ delivery }: { delivery: WebhookDelivery }) {
  const { t } = useText();
  const { message } = App.useApp();
  const repeat = useRepeat();
  const ended = delivery.state === "DEAD" || delivery.state === "DELIVERED";
  if (!ended || !delivery.repeatable) return null;
  return (
    <Button
      size="small"
      loading={repeat.isPending}
      aria-label={t("open.delivery.repeatOf", { topic: delivery.topic, id: delivery.id })}
      onClick={() =>
        follow(repeat.mutateAsync(delivery.id), { onError: (error) => void message.error(problemText(t, error)) })
      }
    >
      {t("open.delivery.repeat")}
    </Button>
  );
}
