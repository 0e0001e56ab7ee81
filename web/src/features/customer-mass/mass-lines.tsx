import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { MassBox, MassLine } from "@/api/mass-types";
import { nameOf } from "@/api/people";
import { useText } from "@/lib/i18n";
import { usePhone } from "@/lib/media";
import { dayAndClock } from "@/lib/times";
import { EmptyState } from "@/ui/empty-state";
import { EndlessList } from "@/ui/endless-list";
import { ProblemNote } from "@/ui/problem-note";
import { StateTag } from "@/ui/state-tag";
import { boxHeight } from "./box";
import css from "./mass.module.css";
import { MassText } from "./mass-text";
import { massesQuery } from "./use-mass";
import { SHARE_TONES, STATE_TONES } from "./words";

/** Mass messages, newest first. */
export function MassLines({ box }: { box: MassBox }) {
  const { t } = useText();
  const phone = usePhone(); // where the facts take two lines
  const list = useInfiniteQuery(massesQuery(box));
  const lines = list.data?.pages.flatMap((page) => page.items) ?? [];
  const empty = list.isPending ? (
    <p className={css.line}>{t("mass.loading")}</p>
  ) : list.isError ? null : (
    <EmptyState title={t(`mass.none.${box}`)} text={t(`mass.noneText.${box}`)} />
  );
  return (
    <>
      <ProblemNote problem={list.error} />
      <div className={css.box} style={{ height: boxHeight(lines.length, phone ? 88 : 65) }}>
        <EndlessList
          items={lines}
          keyOf={({ id }) => id}
          rowHeight={64}
          label={t(`mass.tabs.${box === "MINE" ? "mine" : box === "TASKS" ? "tasks" : "all"}`)}
          hasMore={list.hasNextPage}
          loadingMore={list.isFetchingNextPage}
          onEnd={() => void list.fetchNextPage()}
          empty={empty}
          render={(line) => <MassRow line={line} asTask={box === "TASKS"} />}
        />
      </div>
    </>
  );
}

function MassRow({ line, asTask }: { line: MassLine; asTask: boolean }) {
  const { t, locale } = useText();
  const { mine } = line;
  const facts = [
    t(`mass.kinds.${line.kind}`),
    line.toGroups && t("mass.toGroups"),
    nameOf(line.author),
    dayAndClock(line.createdAt, locale),
    asTask && mine
      ? t("mass.ofMine", { sent: mine.sent, count: mine.total })
      : t("mass.progress", { sent: line.sent, count: line.total }),
    line.unconfirmed > 0 && !asTask && t("mass.unconfirmed", { count: line.unconfirmed }),
  ].filter((fact) => fact !== false);
  return (
    <Link to="/customers/mass/$massId" params={{ massId: String(line.id) }} className={css.row}>
      <span className={css.words}>
        <span className={css.text}>
          {line.text === "" ? t("mass.onlyFiles", { count: line.attached.length }) : <MassText text={line.text} />}
        </span>
        <span className={css.small}>{facts.join(" · ")}</span>
      </span>
      {asTask && mine ? (
        <StateTag tone={SHARE_TONES[mine.state]}>{t(`mass.shares.state.${mine.state}`)}</StateTag>
      ) : (
        <StateTag tone={STATE_TONES[line.state]}>{t(`mass.state.${line.state}`)}</StateTag>
      )}
    </Link>
  );
}
