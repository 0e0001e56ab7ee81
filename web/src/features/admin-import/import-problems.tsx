import { useInfiniteQuery } from "@tanstack/react-query";
import { Problem } from "@/api/http";
import { type Translate, useText } from "@/lib/i18n";
import { problemText } from "@/lib/problem-text";
import { type Column, DataTable } from "@/ui/data-table";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import css from "./import-page.module.css";
import { type Import, importProblemsQuery, type RowProblem } from "./use-import";

/** The spreadsheet's column in words; a column this client does not know keeps its name. */
function columnName(t: Translate, column: string | null): string {
  const names: Record<string, string> = t("admin.import.columnNames", { returnObjects: true });
  return column === null ? "" : (names[column.toLowerCase()] ?? column);
}

/** One line per problem, with the row's number as the spreadsheet shows it. */
export function ImportProblems({ current }: { current: Import }) {
  const { t } = useText();
  const problems = useInfiniteQuery(importProblemsQuery(current.id));
  const rows = problems.data?.pages.flatMap((page) => page.items) ?? [];
  const columns: Column<RowProblem>[] = [
    { key: "row", title: t("admin.import.row"), width: 80, render: (each) => each.row },
    { key: "column", title: t("admin.import.column"), width: 140, render: (each) => columnName(t, each.column) },
    {
      key: "problem",
      title: t("admin.import.problem"),
      width: 360,
      render: (each) => <span>{problemText(t, new Problem(400, each.code, each.params))}</span>,
    },
  ];
  return (
    <section className={css.problems} aria-labelledby="import-problems">
      <h2 className={css.cardTitle} id="import-problems">
        {t("admin.import.problems")}
      </h2>
      <ProblemNote problem={problems.error} />
      {problems.isPending ? (
        <RowSkeletons count={4} label={t("form.loading")} />
      ) : (
        <DataTable
          rows={rows.map((row, index) => ({ ...row, index }))}
          columns={columns as Column<RowProblem & { index: number }>[]}
          keyOf={(row) => row.index}
          label={t("admin.import.problems")}
          hasMore={problems.hasNextPage}
          loadingMore={problems.isFetchingNextPage}
          onEnd={() => void problems.fetchNextPage()}
        />
      )}
    </section>
  );
}
