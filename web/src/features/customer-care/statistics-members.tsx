import { useInfiniteQuery } from "@tanstack/react-query";
import { Button, Select } from "antd";
import { useState } from "react";
import type { CareMember, CareOrder, CareScope } from "@/api/care-types";
import { type Translate, useText } from "@/lib/i18n";
import { type Column, DataTable } from "@/ui/data-table";
import numbers from "@/ui/numbers.module.css";
import { ProblemNote } from "@/ui/problem-note";
import css from "./care.module.css";
import { durationText } from "./durations";
import { membersQuery, type Span } from "./use-care";

const ORDERS: CareOrder[] = [
  "CHATS",
  "OPENED",
  "ENDED",
  "RECEIVED",
  "SENT",
  "SHARE",
  "UNANSWERED",
  "MEDIAN",
  "AVERAGE",
];

interface Props {
  scope: CareScope;
  span: Span;
  department: number | null;
}

/** Each employee's numbers, sorted by one of them. */
export function StatisticsMembers(props: Props) {
  const { t, locale } = useText();
  const [order, setOrder] = useState<CareOrder>("CHATS");
  const [reversed, setReversed] = useState(false);
  const list = useInfiniteQuery(membersQuery({ ...props, order, reversed }));
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const title = t("care.statistics.members");
  return (
    <section className={numbers.tableCard} aria-label={title}>
      <h2 className={numbers.cardTitle}>{title}</h2>
      <div className={numbers.filters}>
        <Select<CareOrder>
          className={numbers.select}
          aria-label={t("care.statistics.order")}
          value={order}
          onChange={setOrder}
          options={ORDERS.map((value) => ({ value, label: t(`care.statistics.orders.${value}`) }))}
        />
        <Button aria-pressed={reversed} onClick={() => setReversed(!reversed)}>
          {t(reversed ? "care.statistics.reversed" : "care.statistics.reverse")}
        </Button>
      </div>
      <ProblemNote problem={list.error} />
      <div className={css.table}>
        <DataTable
          rows={rows}
          columns={columns(t, locale)}
          keyOf={({ member }) => member.id}
          label={title}
          hasMore={list.hasNextPage}
          loadingMore={list.isFetchingNextPage}
          onEnd={() => void list.fetchNextPage()}
        />
      </div>
    </section>
  );
}

function columns(t: Translate, locale: string): Column<CareMember>[] {
  const count = (name: "opened" | "endedByCustomer" | "chats" | "received" | "sent" | "unanswered" | "passed") => ({
    key: name,
    title: t(`care.numbers.${name}`),
    width: 108,
    render: ({ numbers: of }: CareMember) => of[name].toLocaleString(locale),
  });
  const time = (which: "median" | "average") => ({
    key: which,
    title: t(`care.numbers.work.${which}`),
    width: 150,
    render: ({ numbers: of }: CareMember) => (of.work === null ? "–" : durationText(of.work[which], t)),
  });
  return [
    { key: "member", title: t("care.statistics.member"), width: 140, render: ({ member }) => member.name },
    count("opened"),
    count("endedByCustomer"),
    count("chats"),
    count("received"),
    count("sent"),
    {
      key: "share",
      title: t("care.numbers.share"),
      width: 100,
      render: ({ numbers: of }) => (of.share === null ? "–" : of.share.toLocaleString(locale, { style: "percent" })),
    },
    time("median"),
    time("average"),
    count("unanswered"),
    count("passed"),
  ];
}
