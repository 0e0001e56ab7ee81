import { TeamOutlined } from "@ant-design/icons";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "antd";
import type { Leaver } from "@/api/handover-types";
import { useText } from "@/lib/i18n";
import { day } from "@/lib/times";
import { Avatar } from "@/ui/avatar";
import { EmptyState } from "@/ui/empty-state";
import { MoreButton } from "@/ui/more-button";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import css from "./handover.module.css";
import { leaversQuery } from "./use-handovers";

/** People who left or are locked out while customers or codes were theirs. */
export function LeaversPart({ onOpen }: { onOpen: (id: number) => void }) {
  const { t } = useText();
  const pages = useInfiniteQuery(leaversQuery);
  const { data, error, isPending } = pages;
  const leavers = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section aria-label={t("handover.leavers.list")}>
      <ProblemNote problem={error} />
      {isPending && <RowSkeletons label={t("handover.loading")} />}
      {data && leavers.length === 0 && (
        <EmptyState icon={<TeamOutlined />} title={t("handover.leavers.none")} text={t("handover.leavers.noneText")} />
      )}
      <ul className={css.rows}>
        {leavers.map((leaver) => (
          <li key={leaver.member.id} className={css.row}>
            <LeaverFace leaver={leaver} />
            <Button
              aria-label={t("handover.leavers.open", { name: leaver.member.name })}
              onClick={() => onOpen(leaver.member.id)}
            >
              {t("handover.leavers.customers", { count: leaver.customers })}
            </Button>
          </li>
        ))}
      </ul>
      <MoreButton pages={pages} />
    </section>
  );
}

/** Who it is, and how it stands. */
export function LeaverFace({ leaver }: { leaver: Leaver }) {
  const { t, locale } = useText();
  const { member, kind, since, waiting, ways, until } = leaver;
  const over = new Date(until) < new Date();
  return (
    <>
      <Avatar person={member} size={40} />
      <span className={css.words}>
        <span className={css.name}>{member.name}</span>
        <span className={css.small}>
          {t(`handover.leavers.${kind}`)} · {t("handover.leavers.since", { date: day(since, locale) })} ·{" "}
          {over ? t("handover.leavers.over") : t("handover.leavers.until", { date: day(until, locale) })}
          {ways > 0 && ` · ${t("handover.leavers.ways", { count: ways })}`}
        </span>
        {waiting > 0 && <span className={css.waiting}>{t("handover.leavers.waiting", { count: waiting })}</span>}
      </span>
    </>
  );
}
