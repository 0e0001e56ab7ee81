import { UserSwitchOutlined } from "@ant-design/icons";
import { useInfiniteQuery } from "@tanstack/react-query";
import { App, Button, DatePicker } from "antd";
import { useId, useState } from "react";
import type { Delegation } from "@/api/approval-types";
import { nameOf } from "@/api/people";
import type { Card } from "@/api/types";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { problemText } from "@/lib/problem-text";
import { dayAndClock } from "@/lib/times";
import { Avatar } from "@/ui/avatar";
import { EmptyState } from "@/ui/empty-state";
import css from "@/ui/fill.module.css";
import { MoreButton } from "@/ui/more-button";
import { PeopleField } from "@/ui/people-field";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import { PageFrame } from "./page-frame";
import { delegationsQuery, useDelegations } from "./use-approvals";

/** Who decides for me while I am away. */
export function DelegationsPage() {
  const { t } = useText();
  const pages = useInfiniteQuery(delegationsQuery);
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <PageFrame title={t("approval.delegations.title")} lead={t("approval.delegations.lead")} back="/approvals" narrow>
      <NewDelegation />
      <ProblemNote problem={pages.error} />
      {pages.isPending && <RowSkeletons count={3} label={t("approval.loading")} />}
      {pages.isSuccess && items.length === 0 && (
        <EmptyState icon={<UserSwitchOutlined />} title={t("approval.delegations.empty")} />
      )}
      <ul className={css.rows}>
        {items.map((each) => (
          <Row key={each.id} delegation={each} />
        ))}
      </ul>
      <MoreButton pages={pages} />
    </PageFrame>
  );
}

function Row({ delegation: { id, to, startsAt, endsAt, over } }: { delegation: Delegation }) {
  const { t, locale } = useText();
  const { message } = App.useApp();
  const { end } = useDelegations();
  return (
    <li className={css.rowCard}>
      <Avatar person={to} size={36} />
      <span className={css.tileLines}>
        <span className={css.tileName}>{nameOf(to)}</span>
        <span className={css.tileText}>
          {t("approval.delegations.period", {
            from: dayAndClock(startsAt, locale),
            until: dayAndClock(endsAt, locale),
          })}
        </span>
      </span>
      {over ? (
        <span className={css.help}>{t("approval.delegations.over")}</span>
      ) : (
        <Button
          loading={end.isPending}
          aria-label={t("approval.delegations.endFor", { name: nameOf(to) })}
          onClick={() => follow(end.mutateAsync(id), { onError: (error) => void message.error(problemText(t, error)) })}
        >
          {t("approval.delegations.end")}
        </Button>
      )}
    </li>
  );
}

interface Moment {
  toISOString: () => string;
}

function NewDelegation() {
  const { t } = useText();
  const { message } = App.useApp();
  const id = useId();
  const { create } = useDelegations();
  const [to, setTo] = useState<Card | null>(null);
  const [period, setPeriod] = useState<[Moment, Moment] | null>(null);
  const [count, setCount] = useState(0);
  const send = () => {
    if (!to || !period) return;
    follow(create.mutateAsync({ toId: to.id, startsAt: period[0].toISOString(), endsAt: period[1].toISOString() }), {
      onSuccess: () => {
        void message.success(t("approval.delegations.made", { name: nameOf(to) }));
        setTo(null);
        setPeriod(null);
        setCount(count + 1);
      },
    });
  };
  return (
    <section className={css.part} aria-label={t("approval.delegations.new")}>
      <PeopleField
        label={t("approval.delegations.to")}
        chosen={to ? [to] : []}
        most={1}
        onChange={([person]) => setTo(person ?? null)}
      />
      <div className={css.field}>
        <label htmlFor={id}>{t("approval.delegations.when")}</label>
        <DatePicker.RangePicker
          key={count}
          id={{ start: id }}
          showTime={{ format: "HH:mm" }}
          format="YYYY-MM-DD HH:mm"
          onChange={(range) => setPeriod(range?.[0] && range[1] ? [range[0], range[1]] : null)}
        />
      </div>
      <ProblemNote problem={create.error} />
      <div>
        <Button type="primary" disabled={!to || !period} loading={create.isPending} onClick={send}>
          {t("approval.delegations.send")}
        </Button>
      </div>
    </section>
  );
}
