import { useInfiniteQuery } from "@tanstack/react-query";
import type { CustomerImport } from "@/api/crm-types";
import { nameOf } from "@/api/people";
import { useText } from "@/lib/i18n";
import { dayAndClock } from "@/lib/times";
import { MoreButton } from "@/ui/more-button";
import { ProblemNote } from "@/ui/problem-note";
import { StateTag } from "@/ui/state-tag";
import css from "./import.module.css";
import { JOB_TONES } from "./import-state";
import { importsQuery } from "./use-import";

/** Who brought which file when, and what came of it: for ever. */
export function ImportList({ onOpen }: { onOpen: (id: number) => void }) {
  const { t } = useText();
  const pages = useInfiniteQuery(importsQuery);
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  if (pages.isSuccess && items.length === 0) return null;
  return (
    <section className={css.stack} aria-label={t("crm.import.earlier")}>
      <h2 className={css.title}>{t("crm.import.earlier")}</h2>
      <ProblemNote problem={pages.error} />
      <ul className={css.rows}>
        {items.map((job) => (
          <Line key={job.id} job={job} onOpen={() => onOpen(job.id)} />
        ))}
      </ul>
      <MoreButton pages={pages} />
    </section>
  );
}

function Line({ job, onOpen }: { job: CustomerImport; onOpen: () => void }) {
  const { t, locale } = useText();
  const { name, by, createdAt, state, rows, made, completed, failed } = job;
  const came =
    state === "CHECKED" ? t("crm.import.rowsOf", { count: rows }) : t("crm.import.came", { made, completed, failed });
  return (
    <li className={css.row}>
      <button type="button" className={css.open} onClick={onOpen}>
        <span className={css.name}>{name}</span>
        <span className={css.small}>
          {[by ? nameOf(by) : "", dayAndClock(createdAt, locale), came].filter(Boolean).join(" · ")}
        </span>
      </button>
      <StateTag tone={JOB_TONES[state]}>{t(`crm.import.states.${state}`)}</StateTag>
    </li>
  );
}
