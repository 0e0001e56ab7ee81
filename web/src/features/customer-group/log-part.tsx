import { SafetyOutlined } from "@ant-design/icons";
import { useInfiniteQuery } from "@tanstack/react-query";
import type { GuardLine } from "@/api/customer-group-types";
import { nameOf } from "@/api/people";
import { useText } from "@/lib/i18n";
import { absolute, dayAndClock } from "@/lib/times";
import { Avatar } from "@/ui/avatar";
import { EmptyState } from "@/ui/empty-state";
import { MoreButton } from "@/ui/more-button";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import css from "./group.module.css";
import { logQuery } from "./use-groups";

/** What rules and people did to customers here; what was written is not kept. */
export function LogPart({ id }: { id: number }) {
  const { t } = useText();
  const pages = useInfiniteQuery(logQuery(id));
  const lines = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section aria-label={t("customerGroup.parts.log")}>
      <p className={css.lead}>{t("customerGroup.log.lead")}</p>
      <ProblemNote problem={pages.error} />
      {pages.isPending && <RowSkeletons label={t("customerGroup.loading")} />}
      {pages.isSuccess && lines.length === 0 && (
        <EmptyState icon={<SafetyOutlined />} title={t("customerGroup.log.empty")} />
      )}
      <ol className={css.rows}>
        {lines.map((line) => (
          <li key={line.id} className={css.card} data-line>
            <Line line={line} />
          </li>
        ))}
      </ol>
      <MoreButton pages={pages} />
    </section>
  );
}

function Line({ line: { customer, rule, by, trigger, action, minutes, at } }: { line: GuardLine }) {
  const { t, locale } = useText();
  const why = [
    trigger && t(`customerGroup.triggers.${trigger}`),
    rule ? t("customerGroup.log.rule", { name: rule.name }) : by && t("customerGroup.log.by", { name: nameOf(by) }),
  ];
  return (
    <>
      <Avatar person={customer} size={36} />
      <span className={css.words}>
        <span className={css.name}>
          {t(`customerGroup.log.action.${action}`, { name: customer.name, minutes: minutes ?? 0 })}
        </span>
        <span className={css.small}>{why.filter(Boolean).join(" · ")}</span>
      </span>
      <time className={css.small} dateTime={at} title={absolute(at)}>
        {dayAndClock(at, locale)}
      </time>
    </>
  );
}
