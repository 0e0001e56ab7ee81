import { AuditOutlined } from "@ant-design/icons";
import { useInfiniteQuery } from "@tanstack/react-query";
import type { HandOverAuditLine } from "@/api/handover-types";
import { useText } from "@/lib/i18n";
import { absolute, dayAndClock } from "@/lib/times";
import { EmptyState } from "@/ui/empty-state";
import { MoreButton } from "@/ui/more-button";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import { factsOf, whatOf, whoOf } from "./audit-words";
import css from "./handover.module.css";
import { auditQuery } from "./use-handovers";

/** Who decided what about hand-overs, for administrators; nothing is ever taken out. */
export function AuditPart() {
  const { t } = useText();
  const pages = useInfiniteQuery(auditQuery);
  const { data, error, isPending } = pages;
  const lines = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section aria-label={t("handover.tabs.audit")}>
      <p className={css.lead}>{t("handover.audit.lead")}</p>
      <ProblemNote problem={error} />
      {isPending && <RowSkeletons label={t("handover.loading")} />}
      {data && lines.length === 0 && (
        <EmptyState icon={<AuditOutlined />} title={t("handover.audit.none")} text={t("handover.audit.noneText")} />
      )}
      <ol className={css.rows}>
        {lines.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ol>
      <MoreButton pages={pages} />
    </section>
  );
}

function Line({ line }: { line: HandOverAuditLine }) {
  const { t, locale } = useText();
  return (
    <li className={css.row}>
      <span className={css.words}>
        <span>
          <span className={css.name}>{whoOf(t, line)}</span> {whatOf(t, line)}
        </span>
        <span className={css.small}>{factsOf(t, line).join(" · ")}</span>
      </span>
      <time className={css.small} dateTime={line.at} title={absolute(line.at)}>
        {dayAndClock(line.at, locale)}
      </time>
    </li>
  );
}
