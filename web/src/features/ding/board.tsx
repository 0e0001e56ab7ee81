import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { BoardFilter, Ding, DingCounts } from "@/api/ding-types";
import { useText } from "@/lib/i18n";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import css from "./board.module.css";
import { BoardRow } from "./board-row";
import { BoardRows } from "./board-rows";
import { boardQuery } from "./use-dings";

const FILTERS: BoardFilter[] = ["ALL", "UNCONFIRMED", "CONFIRMED", "FAILED", "REFUSED"];

/** The sender's live view: who has been reached how, and who has confirmed. */
export function Board({ ding, counts }: { ding: Ding; counts: DingCounts }) {
  const { t } = useText();
  const [filter, setFilter] = useState<BoardFilter>("ALL");
  const pages = useInfiniteQuery(boardQuery(ding.id, filter));
  const people = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className={css.board} aria-label={t("ding.board.title")}>
      <h3 className={css.title}>{t("ding.board.title")}</h3>
      <Progress counts={counts} />
      {/* biome-ignore lint/a11y/useSemanticElements: filter chips are no form */}
      <div className={css.filters} role="group" aria-label={t("ding.board.filter")}>
        {FILTERS.map((each) => (
          <button
            key={each}
            type="button"
            className={css.filter}
            aria-pressed={each === filter}
            onClick={() => setFilter(each)}
          >
            <FilterName filter={each} counts={counts} />
          </button>
        ))}
      </div>
      <ProblemNote problem={pages.error} />
      {pages.isPending && <RowSkeletons count={4} label={t("ui.loading")} />}
      {pages.isSuccess && people.length === 0 && <p className={css.nobody}>{t("ding.board.nobody")}</p>}
      {people.length > 0 && (
        <BoardRows
          people={people}
          label={t("ding.board.people")}
          hasMore={pages.hasNextPage}
          loading={pages.isFetchingNextPage}
          onEnd={() => void pages.fetchNextPage()}
          row={(person) => <BoardRow person={person} />}
        />
      )}
    </section>
  );
}

function Progress({ counts }: { counts: DingCounts }) {
  const { t } = useText();
  const { confirmed, total, opened, gaveUp, closed } = counts;
  const words = t("ding.board.part", { confirmed, total });
  return (
    <div className={css.summary}>
      <progress className={css.progress} value={confirmed} max={Math.max(1, total)} aria-label={words} />
      <p className={css.words} aria-live="polite">
        <strong className="tabular">{words}</strong>
        <span className="tabular">{t("ding.board.opened", { count: opened })}</span>
        {gaveUp > 0 && <span className="tabular">{t("ding.board.gaveUp", { count: gaveUp })}</span>}
        {closed > 0 && <span className="tabular">{t("ding.board.closed", { count: closed })}</span>}
      </p>
    </div>
  );
}

/** The filter's name with the number behind it, where the server counts it. */
function FilterName({ filter, counts }: { filter: BoardFilter; counts: DingCounts }) {
  const { t } = useText();
  const name = t(`ding.board.filters.${filter}`);
  const known: Partial<Record<BoardFilter, number>> = {
    ALL: counts.total + counts.refused,
    UNCONFIRMED: counts.waiting + counts.gaveUp + counts.closed,
    CONFIRMED: counts.confirmed,
    REFUSED: counts.refused,
  };
  const count = known[filter];
  return <span className="tabular">{count === undefined ? name : t("ding.board.filterCount", { name, count })}</span>;
}
