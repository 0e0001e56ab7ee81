import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { CustomerImport, CustomerImportRow, CustomerRowState, RowFault } from "@/api/crm-types";
import { Problem } from "@/api/http";
import { nameOf } from "@/api/people";
import { type Translate, useText } from "@/lib/i18n";
import { problemText } from "@/lib/problem-text";
import { type Column, DataTable } from "@/ui/data-table";
import { ChoiceChip } from "@/ui/filter-chip";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import { StateTag } from "@/ui/state-tag";
import css from "./import.module.css";
import { ROW_TONES } from "./import-state";
import { rowsQuery } from "./use-import";

const BEFORE: CustomerRowState[] = ["READY", "KNOWN", "BAD"];
const AFTER: CustomerRowState[] = ["MADE", "COMPLETED", "SKIPPED", "FAILED", "BAD", "READY"];

/** Every row as the file has it: what is wrong with it, whom it means, what it has become. */
export function ImportRows({ job }: { job: CustomerImport }) {
  const { t } = useText();
  const [state, setState] = useState<CustomerRowState | null>(null);
  const rows = useInfiniteQuery(rowsQuery(job, state));
  const items = rows.data?.pages.flatMap((page) => page.items) ?? [];
  const columns: Column<CustomerImportRow>[] = [
    { key: "row", title: t("crm.import.row"), width: 64, render: ({ row }) => row },
    { key: "name", title: t("crm.import.name"), width: 130, render: ({ name }) => name },
    {
      key: "state",
      title: t("crm.import.state"),
      width: 110,
      render: (row) => <StateTag tone={ROW_TONES[row.state]}>{t(`crm.import.rowStates.${row.state}`)}</StateTag>,
    },
    { key: "why", title: t("crm.import.why"), width: 300, render: (row) => <Why row={row} /> },
    { key: "phones", title: t("crm.import.phone"), width: 140, render: ({ phones }) => phones.join(t("crm.comma")) },
    { key: "email", title: t("crm.import.email"), width: 170, render: ({ email }) => email },
    { key: "company", title: t("crm.import.company"), width: 140, render: ({ company }) => company },
    { key: "member", title: t("crm.import.owner"), width: 110, render: ({ member }) => (member ? nameOf(member) : "") },
    { key: "tags", title: t("crm.import.tags"), width: 140, render: ({ tags }) => tags.join(t("crm.comma")) },
  ];
  const states = job.state === "CHECKED" ? BEFORE : AFTER;
  return (
    <section className={css.stack} aria-label={t("crm.import.preview")}>
      <div className={css.inline}>
        <h3 className={css.title}>{t("crm.import.preview")}</h3>
        <ChoiceChip
          label={t("crm.import.state")}
          value={state}
          options={states.map((each) => ({ value: each, label: t(`crm.import.rowStates.${each}`) }))}
          onChange={setState}
        />
      </div>
      <ProblemNote problem={rows.error} />
      {rows.isPending ? (
        <RowSkeletons count={4} label={t("crm.loading")} />
      ) : (
        <div className={css.table}>
          <DataTable
            rows={items}
            columns={columns}
            keyOf={(row) => row.row}
            label={t("crm.import.preview")}
            hasMore={rows.hasNextPage}
            loadingMore={rows.isFetchingNextPage}
            onEnd={() => void rows.fetchNextPage()}
            empty={<p className={css.quiet}>{t("crm.import.noRows")}</p>}
          />
        </div>
      )}
    </section>
  );
}

function Why({ row }: { row: CustomerImportRow }) {
  const { t } = useText();
  if (row.code !== null) return <span>{problemText(t, new Problem(409, row.code))}</span>;
  if (row.faults.length > 0) {
    const text = row.faults.map((fault) => faultText(t, fault)).join(t("crm.semicolon"));
    return <span title={text}>{text}</span>;
  }
  return row.customer ? (
    <Link to="/customers/$customerId" params={{ customerId: String(row.customer.id) }}>
      {row.customer.name}
    </Link>
  ) : null;
}

/** What is wrong, and in which column; an attribute is called by its label. */
function faultText(t: Translate, { column, code, params }: RowFault): string {
  const names: Record<string, string> = t("crm.import.columnNames", { returnObjects: true });
  const what = problemText(t, new Problem(400, code, params));
  return column === "" ? what : t("crm.import.fault", { column: names[column] ?? column, what });
}
