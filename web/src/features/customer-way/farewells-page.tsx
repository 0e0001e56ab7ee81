import { StopOutlined, UserDeleteOutlined } from "@ant-design/icons";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Button, Tabs } from "antd";
import { nameOf } from "@/api/people";
import type { CustomerBadge, Farewell } from "@/api/way-types";
import { useText } from "@/lib/i18n";
import { dayAndClock } from "@/lib/times";
import { EmptyState } from "@/ui/empty-state";
import { MoreButton } from "@/ui/more-button";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import { StateTag } from "@/ui/state-tag";
import { PageFrame } from "./page-frame";
import { FAREWELL_TABS, type FarewellTab } from "./tabs";
import { blockedQuery, farewellsQuery, useFarewellsLive, useUnblock } from "./use-ways";
import css from "./way.module.css";

/** Contacts that customers ended, with what they complained of; and customers whom employees shut out. */
export function FarewellsPage({ tab }: { tab: FarewellTab }) {
  const { t } = useText();
  const navigate = useNavigate();
  useFarewellsLive();
  const parts = { ended: <Ended />, blocked: <Blocked /> };
  return (
    <PageFrame title={t("way.farewells.heading")} lead={t("way.farewells.lead")}>
      <Tabs
        activeKey={tab}
        destroyOnHidden
        onChange={(key) =>
          void navigate({
            to: "/customers/farewells",
            search: { tab: key === "ended" ? undefined : (key as FarewellTab) },
          })
        }
        items={FAREWELL_TABS.map((key) => ({ key, label: t(`way.farewells.tabs.${key}`), children: parts[key] }))}
      />
    </PageFrame>
  );
}

function Ended() {
  const { t } = useText();
  const pages = useInfiniteQuery(farewellsQuery);
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <ProblemNote problem={pages.error} />
      {pages.isPending && !pages.error && <RowSkeletons label={t("way.loading")} />}
      {pages.isSuccess && items.length === 0 && (
        <EmptyState icon={<UserDeleteOutlined />} title={t("way.farewells.none")} text={t("way.farewells.noneText")} />
      )}
      {items.length > 0 && (
        <section className={css.card} aria-label={t("way.farewells.tabs.ended")}>
          <ul className={css.rows}>
            {items.map((each) => (
              <EndedRow key={each.id} farewell={each} />
            ))}
          </ul>
        </section>
      )}
      <MoreButton pages={pages} />
    </>
  );
}

function EndedRow({ farewell: { customer, member, group, reason, text, at } }: { farewell: Farewell }) {
  const { t, locale } = useText();
  return (
    <li className={css.row}>
      <span className={css.words}>
        <strong>{customer.name}</strong>
        <span className={css.small}>
          {group === null
            ? t("way.farewells.with", { name: nameOf(member) })
            : t("way.farewells.inGroup", { name: group })}{" "}
          · {dayAndClock(at, locale)}
        </span>
        {text !== "" && <span>{text}</span>}
      </span>
      <StateTag tone={reason === "NONE" ? "quiet" : "bad"}>{t(`way.farewells.reasons.${reason}`)}</StateTag>
    </li>
  );
}

function Blocked() {
  const { t } = useText();
  const pages = useInfiniteQuery(blockedQuery);
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <ProblemNote problem={pages.error} />
      {pages.isPending && !pages.error && <RowSkeletons label={t("way.loading")} />}
      {pages.isSuccess && items.length === 0 && (
        <EmptyState
          icon={<StopOutlined />}
          title={t("way.farewells.noBlocked")}
          text={t("way.farewells.noBlockedText")}
        />
      )}
      {items.length > 0 && (
        <section className={css.card} aria-label={t("way.farewells.tabs.blocked")}>
          <ul className={css.rows}>
            {items.map((each) => (
              <BlockedRow key={each.id} customer={each} />
            ))}
          </ul>
        </section>
      )}
      <MoreButton pages={pages} />
    </>
  );
}

function BlockedRow({ customer: { id, name } }: { customer: CustomerBadge }) {
  const { t } = useText();
  const unblock = useUnblock();
  return (
    <li className={css.row}>
      <span className={css.words}>
        <strong>{name}</strong>
        <ProblemNote problem={unblock.error} />
      </span>
      <Button
        loading={unblock.isPending}
        aria-label={t("way.farewells.unblockOf", { name })}
        onClick={() => unblock.mutate(id)}
      >
        {t("way.farewells.unblock")}
      </Button>
    </li>
  );
}
