import { SafetyOutlined } from "@ant-design/icons";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useText } from "@/lib/i18n";
import { dayAndClock } from "@/lib/times";
import { EmptyState } from "@/ui/empty-state";
import { MoreButton } from "@/ui/more-button";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import css from "./privacy.module.css";
import { auditQuery } from "./use-privacy";

/** Who did what about privacy. */
export function AuditPart() {
  const { t, locale } = useText();
  const pages = useInfiniteQuery(auditQuery);
  const { data, error, isPending } = pages;
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section aria-label={t("privacy.tabs.audit")}>
      <ProblemNote problem={error} />
      {isPending && <RowSkeletons label={t("privacy.loading")} />}
      {data && items.length === 0 && (
        <EmptyState icon={<SafetyOutlined />} title={t("privacy.audit.none")} text={t("privacy.audit.noneText")} />
      )}
      <ul className={css.rows}>
        {items.map(({ id, kind, actor, customer, at }) => (
          <li key={id} className={css.row}>
            <span className={css.words}>
              <span>
                <span className={css.name}>{actor?.name ?? t("privacy.audit.nobody")}</span>{" "}
                {t(`privacy.audit.${kind}`)}
                {customer && ` · ${customer.name}`}
              </span>
              <span className={css.small}>{dayAndClock(at, locale)}</span>
            </span>
          </li>
        ))}
      </ul>
      <MoreButton pages={pages} />
    </section>
  );
}
