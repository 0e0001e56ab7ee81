import { FlagOutlined } from "@ant-design/icons";
import { useInfiniteQuery } from "@tanstack/react-query";
import type { CustomerFarewell } from "@/api/guard-types";
import { useText } from "@/lib/i18n";
import { dayAndClock } from "@/lib/times";
import { Avatar } from "@/ui/avatar";
import { EmptyState } from "@/ui/empty-state";
import { MoreButton } from "@/ui/more-button";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import css from "./guard.module.css";
import { farewellsQuery } from "./use-guard";

/** What customers complained about, and contacts that they ended without a word, newest first. */
export function ReportsPart() {
  const { t } = useText();
  const pages = useInfiniteQuery(farewellsQuery);
  const farewells = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section aria-label={t("guard.reports.label")}>
      <ProblemNote problem={pages.error} />
      {pages.isPending && <RowSkeletons label={t("guard.loading")} />}
      {pages.data && farewells.length === 0 && (
        <EmptyState icon={<FlagOutlined />} title={t("guard.reports.none")} text={t("guard.reports.noneText")} />
      )}
      <ul className={css.rows}>
        {farewells.map((farewell) => (
          <FarewellRow key={farewell.id} farewell={farewell} />
        ))}
      </ul>
      <MoreButton pages={pages} />
    </section>
  );
}

function FarewellRow({ farewell }: { farewell: CustomerFarewell }) {
  const { t, locale } = useText();
  const { customer, member, group, reason, text, at } = farewell;
  const about = group ? t("guard.reports.group", { title: group, name: member.name }) : member.name;
  return (
    <li className={css.row}>
      <Avatar person={member} size={40} />
      <span className={css.words}>
        <span className={css.name}>{t(`guard.reports.reason.${reason}`)}</span>
        {text && <span>{text}</span>}
        <span className={css.small}>
          {[about, t("guard.reports.by", { name: customer.name }), dayAndClock(at, locale)].join(" · ")}
        </span>
      </span>
    </li>
  );
}
