import { UserAddOutlined } from "@ant-design/icons";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { App, Button } from "antd";
import { useState } from "react";
import { nameOf } from "@/api/people";
import type { Card } from "@/api/types";
import type { WayWait } from "@/api/way-types";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { dayAndClock } from "@/lib/times";
import { EmptyState } from "@/ui/empty-state";
import { MoreButton } from "@/ui/more-button";
import { PeopleDialog } from "@/ui/people-dialog";
import { ProblemNote } from "@/ui/problem-note";
import { StateTag } from "@/ui/state-tag";
import { PageFrame } from "./page-frame";
import { scopesQuery, useRefuse, useTake, useWaysLive, waitsQuery } from "./use-ways";
import css from "./way.module.css";

/** Customers at the door: whom the reader has to accept, and those whom nobody could take. */
export function WaitsPage() {
  const { t } = useText();
  const pages = useInfiniteQuery(waitsQuery);
  const mayGive = (useQuery(scopesQuery).data?.scopes ?? []).some((scope) => scope !== "MINE");
  useWaysLive();
  const waits = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <PageFrame title={t("way.waits.title")} lead={t("way.waits.lead")} problem={pages.error} pending={pages.isPending}>
      {waits.length > 0 && (
        <section className={css.card} aria-label={t("way.waits.title")}>
          <ul className={css.rows}>
            {waits.map((wait) => (
              <Wait key={wait.id} wait={wait} mayGive={mayGive} />
            ))}
          </ul>
        </section>
      )}
      {pages.isSuccess && waits.length === 0 && (
        <EmptyState icon={<UserAddOutlined />} title={t("way.waits.none")} text={t("way.waits.noneText")} />
      )}
      <MoreButton pages={pages} />
    </PageFrame>
  );
}

function Wait({ wait, mayGive }: { wait: WayWait; mayGive: boolean }) {
  const { t, locale } = useText();
  const { modal, message } = App.useApp();
  const navigate = useNavigate();
  const { id, customer, wayTitle, reason, mine, since } = wait;
  const take = useTake(id);
  const refuse = useRefuse(id);
  const [giving, setGiving] = useState(false);
  const name = customer.name;
  const accept = () =>
    follow(take.mutateAsync(null), {
      onSuccess: ({ conversationId }) =>
        conversationId !== null &&
        void navigate({ to: "/messages/$conversationId", params: { conversationId: String(conversationId) } }),
    });
  const give = ([taker]: Card[]) => {
    setGiving(false);
    if (!taker) return;
    follow(take.mutateAsync(taker.id), {
      onSuccess: () => void message.success(t("way.waits.given", { name, taker: nameOf(taker) })),
    });
  };
  const ask = () =>
    modal.confirm({
      title: t("way.waits.refuseTitle", { name }),
      content: t("way.waits.refuseText"),
      okText: t("way.waits.refuse"),
      okButtonProps: { danger: true },
      cancelText: t("form.cancel"),
      onOk: () => refuse.mutateAsync(null).catch(() => undefined), // shown in the row
    });
  const facts = [
    wayTitle === "" ? t("way.waits.byCard") : t("way.waits.by", { name: wayTitle }),
    dayAndClock(since, locale),
  ];
  return (
    <li className={css.row}>
      <span className={css.words}>
        <strong>{name}</strong>
        <span className={css.small}>{facts.join(" · ")}</span>
        <ProblemNote problem={take.error ?? refuse.error} />
      </span>
      <StateTag tone={mine ? "busy" : "warn"}>{t(`way.waits.reasons.${reason}`)}</StateTag>
      <Button type="primary" loading={take.isPending} aria-label={t("way.waits.takeOf", { name })} onClick={accept}>
        {t(mine ? "way.waits.accept" : "way.waits.take")}
      </Button>
      {mayGive && (
        <Button aria-label={t("way.waits.giveOf", { name })} onClick={() => setGiving(true)}>
          {t("way.waits.give")}
        </Button>
      )}
      <Button loading={refuse.isPending} aria-label={t("way.waits.refuseOf", { name })} onClick={ask}>
        {t("way.waits.refuse")}
      </Button>
      {giving && (
        <PeopleDialog title={t("way.waits.giveOf", { name })} most={1} onDone={give} onClose={() => setGiving(false)} />
      )}
    </li>
  );
}
