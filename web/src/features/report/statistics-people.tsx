import { useInfiniteQuery } from "@tanstack/react-query";
import { nameOf } from "@/api/people";
import type { ReportFieldCard, ReportPersonLine } from "@/api/report-types";
import { useText } from "@/lib/i18n";
import { type Column, DataTable } from "@/ui/data-table";
import { EmptyState } from "@/ui/empty-state";
import { grouped } from "@/ui/forms/decimals";
import css from "@/ui/numbers.module.css";
import { ProblemNote } from "@/ui/problem-note";
import own from "./report.module.css";
import { peopleQuery, type Span } from "./use-overview";

/** One line for each person, with the sums of the template's numbers. */
export function StatisticsPeople({ span, fields }: { span: Span; fields: ReportFieldCard[] }) {
  const { t, locale } = useText();
  const pages = useInfiniteQuery(peopleQuery(span));
  const rows = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const count = (key: "must" | "sent" | "late" | "missing"): Column<ReportPersonLine> => ({
    key,
    title: t(`report.statistics.totals.${key}`),
    width: 90,
    render: (row) => <span className="tabular">{row[key].toLocaleString(locale)}</span>,
  });
  const columns: Column<ReportPersonLine>[] = [
    { key: "name", title: t("report.statistics.person"), width: 160, render: ({ member }) => nameOf(member) },
    { key: "department", title: t("report.statistics.team"), width: 160, render: ({ department }) => department },
    count("must"),
    count("sent"),
    count("late"),
    count("missing"),
    ...fields.map(({ key, label, unit }) => ({
      key: `field:${key}`,
      title: unit ? t("report.statistics.withUnit", { label, unit }) : label,
      width: 130,
      render: ({ sums }: ReportPersonLine) => (
        <span className="tabular">{sums[key] === undefined ? "" : grouped(sums[key])}</span>
      ),
    })),
  ];
  return (
    <section className={css.tableCard} aria-label={t("report.statistics.people")}>
      <h2 className={css.cardTitle}>{t("report.statistics.people")}</h2>
      <ProblemNote problem={pages.error} />
      <div className={own.table}>
        <DataTable
          rows={rows}
          columns={columns}
          keyOf={({ member }) => member.id}
          label={t("report.statistics.people")}
          hasMore={pages.hasNextPage}
          loadingMore={pages.isFetchingNextPage}
          onEnd={() => void pages.fetchNextPage()}
          empty={pages.isSuccess && <EmptyState title={t("report.statistics.nobody")} />}
        />
      </div>
    </section>
  );
}
