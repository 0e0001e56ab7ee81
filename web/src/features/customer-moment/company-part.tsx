import { NotificationOutlined } from "@ant-design/icons";
import { useInfiniteQuery } from "@tanstack/react-query";
import { App, Button, Popconfirm } from "antd";
import { useState } from "react";
import type { CompanyMoment } from "@/api/moment-types";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { dayAndClock } from "@/lib/times";
import { EmptyState } from "@/ui/empty-state";
import { MoreButton } from "@/ui/more-button";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import { StateTag } from "@/ui/state-tag";
import { CompanyPeople } from "./company-people";
import { ChoiceLine, ContentView } from "./content-view";
import css from "./moment.module.css";
import { TONES } from "./post-card";
import { companyQuery, useRemind, useWithdraw } from "./use-moments";

/** What the company asked its employees to show, and how many have. */
export function CompanyPart() {
  const { t } = useText();
  const pages = useInfiniteQuery(companyQuery);
  const [shown, setShown] = useState<number | null>(null);
  const moments = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const people = moments.find(({ id }) => id === shown);
  return (
    <section aria-label={t("moment.tabs.COMPANY")}>
      <ProblemNote problem={pages.error} />
      {pages.isPending && <RowSkeletons label={t("moment.loading")} />}
      {pages.data && moments.length === 0 && (
        <EmptyState
          icon={<NotificationOutlined />}
          title={t("moment.none.COMPANY")}
          text={t("moment.none.companyText")}
        />
      )}
      <ul className={css.list}>
        {moments.map((moment) => (
          <li key={moment.id}>
            <CompanyCard moment={moment} onPeople={() => setShown(moment.id)} />
          </li>
        ))}
      </ul>
      <MoreButton pages={pages} />
      {people && <CompanyPeople moment={people} onClose={() => setShown(null)} />}
    </section>
  );
}

function CompanyCard({ moment, onPeople }: { moment: CompanyMoment; onPeople: () => void }) {
  const { t, locale } = useText();
  const { message } = App.useApp();
  const remind = useRemind();
  const withdraw = useWithdraw();
  const { state, confirmUntil, tasks, confirmed } = moment;
  const when = dayAndClock(moment.publishAt, locale);
  const open = state === "PUBLISHED" && confirmUntil !== null && new Date(confirmUntil) > new Date();
  const nudge = () =>
    follow(remind.mutateAsync(moment.id), { onSuccess: () => void message.success(t("moment.company.reminded")) });
  return (
    <article className={css.card} aria-label={t("moment.of", { name: moment.creator.name, when })}>
      <header className={css.cardHead}>
        <span className={css.words}>
          <span className={css.name}>{t("moment.company.by", { name: moment.creator.name })}</span>
          <span className={css.small}>{state === "WAITING" ? t("moment.planned", { when }) : when}</span>
        </span>
        <StateTag tone={TONES[state]}>{t(`moment.state.${state}`)}</StateTag>
      </header>
      <ContentView moment={moment.id} content={moment.content} />
      <ChoiceLine choice={moment.choice} />
      <ProblemNote problem={remind.error ?? withdraw.error} />
      <footer className={css.cardFoot}>
        {state !== "WAITING" && (
          <Button size="small" onClick={onPeople}>
            {t("moment.company.progress", { confirmed, tasks })}
          </Button>
        )}
        {open && confirmed < tasks && (
          <Button size="small" loading={remind.isPending} onClick={nudge}>
            {t("moment.company.remind")}
          </Button>
        )}
        {state !== "WITHDRAWN" && (
          <Popconfirm
            title={t("moment.withdrawAsk")}
            okText={t("moment.withdraw")}
            cancelText={t("moment.keep")}
            onConfirm={() => withdraw.mutate(moment.id)}
          >
            <Button size="small" type="text">
              {t("moment.withdraw")}
            </Button>
          </Popconfirm>
        )}
      </footer>
    </article>
  );
}
