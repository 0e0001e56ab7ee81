import { SendOutlined } from "@ant-design/icons";
import { useInfiniteQuery } from "@tanstack/react-query";
import { App, Button } from "antd";
import type { ReactNode } from "react";
import { usePerson } from "@/api/people";
import { follow } from "@/lib/follow";
import { type Translate, useText } from "@/lib/i18n";
import { problemText } from "@/lib/problem-text";
import { absolute, dayAndClock } from "@/lib/times";
import { useAdminNavigate } from "@/ui/admin-address";
import { AdminLink } from "@/ui/admin-link";
import { Chip, Chips } from "@/ui/chip";
import { type Column, DataTable } from "@/ui/data-table";
import { EmptyState } from "@/ui/empty-state";
import { PageHead } from "@/ui/page-head";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import { StateTag, type Tone } from "@/ui/state-tag";
import { money } from "./money";
import css from "./sent-page.module.css";
import { UsageCard } from "./usage-card";
import {
  CHANNELS,
  type NoticeState,
  type Order,
  type OrderFilter,
  ordersQuery,
  STATES,
  useRetryOrder,
} from "./use-notice";

/** Reads a filter out of an address; what is unknown there filters nothing. */
export function orderFilter(state: unknown, channel: unknown): OrderFilter {
  return {
    state: STATES.find((each) => each === state) ?? null,
    channel: CHANNELS.find((each) => each === channel) ?? null,
  };
}

/** Everything that went out, or did not. The filter is in the address. */
export function SentPage({ filter }: { filter: OrderFilter }) {
  const { t, locale } = useText();
  const go = useAdminNavigate();
  const orders = useInfiniteQuery(ordersQuery(filter));
  const rows = orders.data?.pages.flatMap((page) => page.items) ?? [];
  const narrowed = filter.state !== null || filter.channel !== null;
  const choose = ({ state, channel }: OrderFilter) =>
    go("/sent", { state: state ?? undefined, channel: channel ?? undefined }, true);
  return (
    <div className={css.page}>
      <PageHead title={t("admin.places.sent")} lead={t("notice.sent.lead")} />
      <UsageCard />
      <search className={css.filters}>
        <FilterChips
          label={t("notice.sent.byState")}
          values={STATES}
          value={filter.state}
          nameOf={(state) => t(`notice.orderState.${state}`)}
          onChange={(state) => choose({ ...filter, state })}
        />
        <FilterChips
          label={t("notice.sent.byChannel")}
          values={CHANNELS}
          value={filter.channel}
          nameOf={(channel) => t(`notice.channel.${channel}`)}
          onChange={(channel) => choose({ ...filter, channel })}
        />
      </search>
      <ProblemNote problem={orders.error} />
      {orders.isPending ? (
        <RowSkeletons label={t("form.loading")} />
      ) : (
        <div className={css.table}>
          <DataTable
            rows={rows}
            columns={columns(t, locale)}
            keyOf={({ id }) => id}
            label={t("notice.sent.list")}
            hasMore={orders.hasNextPage}
            loadingMore={orders.isFetchingNextPage}
            onEnd={() => void orders.fetchNextPage()}
            empty={
              orders.isSuccess &&
              (narrowed ? (
                <EmptyState
                  icon={<SendOutlined />}
                  title={t("notice.sent.noneFilter")}
                  action={
                    <Button onClick={() => choose({ state: null, channel: null })}>{t("notice.sent.clear")}</Button>
                  }
                />
              ) : (
                <EmptyState
                  icon={<SendOutlined />}
                  title={t("notice.sent.none")}
                  text={t("notice.sent.noneText")}
                  action={<AdminLink to="/channels">{t("notice.sim.toChannels")}</AdminLink>}
                />
              ))
            }
          />
        </div>
      )}
    </div>
  );
}

const TONES: Record<NoticeState, Tone> = {
  QUEUED: "quiet",
  SENDING: "busy",
  SENT: "busy",
  DELIVERED: "good",
  FAILED: "bad",
  CANCELLED: "quiet",
};

interface ChipsProps<T extends string> {
  label: string;
  values: readonly T[];
  value: T | null;
  nameOf: (value: T) => string;
  onChange: (value: T | null) => void;
}

function FilterChips<T extends string>({ label, values, value, nameOf, onChange }: ChipsProps<T>) {
  const { t } = useText();
  return (
    <Chips label={label}>
      <Chip on={value === null} onPick={() => onChange(null)}>
        {t("notice.sent.all")}
      </Chip>
      {values.map((each) => (
        <Chip key={each} on={each === value} onPick={() => onChange(each === value ? null : each)}>
          {nameOf(each)}
        </Chip>
      ))}
    </Chips>
  );
}

function columns(t: Translate, locale: "zh-CN" | "en-US"): Column<Order>[] {
  const column = (key: keyof typeof WIDTHS, render: (order: Order) => ReactNode): Column<Order> => ({
    key,
    title: t(`notice.sent.column.${key}`),
    width: WIDTHS[key],
    render,
  });
  return [
    column("to", (order) => <Recipient order={order} />),
    column("createdAt", ({ createdAt }) => (
      <time dateTime={createdAt} title={absolute(createdAt)}>
        {dayAndClock(createdAt, locale)}
      </time>
    )),
    column("channel", ({ channel }) => t(`notice.channel.${channel}`)),
    column("state", ({ state, answered }) => (
      <StateTag tone={answered ? "good" : TONES[state]}>
        {answered ? t("notice.sent.answered") : t(`notice.orderState.${state}`)}
      </StateTag>
    )),
    column("reason", ({ reason }) => {
      const text = reason ? t(`notice.reason.${reason}`) : "";
      return (
        <span className={css.cut} title={text}>
          {text}
        </span>
      );
    }),
    column("attempts", ({ attempts }) => attempts.toLocaleString(locale)),
    column("cost", ({ units, costFen }) => (units > 0 ? `${units} · ${money(costFen, locale)}` : "")),
    column("act", (order) => <Retry order={order} />),
  ];
}

const WIDTHS = {
  to: 180,
  createdAt: 132,
  channel: 104,
  state: 96,
  reason: 240,
  attempts: 64,
  cost: 112,
  act: 112,
} as const;

function Recipient({ order: { memberId, address } }: { order: Order }) {
  const person = usePerson(memberId);
  return (
    <span className={css.to}>
      {person && <span>{person.name}</span>}
      {address && (
        <span className={css.address} title={address}>
          {address}
        </span>
      )}
    </span>
  );
}

/** Only what failed can be sent again, and only while its text is there. */
function Retry({ order }: { order: Order }) {
  const { t } = useText();
  const { message } = App.useApp();
  const retry = useRetryOrder();
  const person = usePerson(order.memberId);
  if (order.state !== "FAILED") return null;
  if (!order.retryable) return <span className={css.quiet}>{t("notice.sent.emptied")}</span>;
  return (
    <Button
      size="small"
      loading={retry.isPending}
      aria-label={t("notice.sent.retryOf", { name: person?.name ?? order.address ?? order.id })}
      onClick={() =>
        follow(retry.mutateAsync(order.id), {
          onSuccess: () => void message.success(t("notice.sent.retried")),
          onError: (error) => void message.error(problemText(t, error)),
        })
      }
    >
      {t("notice.sent.retry")}
    </Button>
  );
}
