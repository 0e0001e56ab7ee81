import { useInfiniteQuery } from "@tanstack/react-query";
import { nameOf } from "@/api/people";
import { useText } from "@/lib/i18n";
import { MoreButton } from "@/ui/more-button";
import { ProblemNote } from "@/ui/problem-note";
import { StateTag } from "@/ui/state-tag";
import css from "./mass.module.css";
import { sharesQuery } from "./use-mass";
import { SHARE_TONES } from "./words";

/** Employees of a company's message: who has confirmed. */
export function SharesPart({ id }: { id: number }) {
  const { t } = useText();
  const pages = useInfiniteQuery(sharesQuery(id));
  const rows = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className={css.part} aria-label={t("mass.shares.title")}>
      <h2 className={css.partTitle}>{t("mass.shares.title")}</h2>
      <ProblemNote problem={pages.error} />
      {rows.map((row) => (
        <div key={row.member.id} className={css.line}>
          <span className={css.words}>
            <span className={css.text}>{nameOf(row.member)}</span>
            <span className={css.small}>
              {t("mass.shares.numbers", { count: row.total, sent: row.sent, out: row.leftOut })}
            </span>
          </span>
          <StateTag tone={SHARE_TONES[row.state]}>{t(`mass.shares.state.${row.state}`)}</StateTag>
        </div>
      ))}
      <MoreButton pages={pages} />
    </section>
  );
}
