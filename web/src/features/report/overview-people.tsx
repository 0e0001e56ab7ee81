import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Segmented } from "antd";
import { useState } from "react";
import { nameOf } from "@/api/people";
import type { ReportOverviewLine, ReportPeriodCount, ReportStanding } from "@/api/report-types";
import { useText } from "@/lib/i18n";
import { absolute, dayAndClock } from "@/lib/times";
import { Avatar } from "@/ui/avatar";
import { EmptyState } from "@/ui/empty-state";
import { EndlessList } from "@/ui/endless-list";
import { NumberTiles } from "@/ui/number-tiles";
import numbers from "@/ui/numbers.module.css";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import { DingMissing } from "./ding-missing";
import css from "./report.module.css";
import { overviewPeopleQuery, overviewQuery, type Seen } from "./use-overview";

const STATES: ReportStanding[] = ["MISSING", "SENT", "LATE"];

/** One period: how many, and the people behind each number. */
export function OverviewPeople({ seen }: { seen: Seen }) {
  const { t } = useText();
  const { data, error, isPending } = useQuery(overviewQuery(seen));
  const [chosen, setChosen] = useState<ReportStanding | null>(null);
  if (!data) {
    return (
      <>
        <ProblemNote problem={error} />
        {isPending && <RowSkeletons count={6} label={t("report.loading")} />}
      </>
    );
  }
  const { count } = data;
  const state = chosen ?? (count.missing > 0 ? "MISSING" : "SENT");
  return (
    <div className={numbers.stack}>
      <Tiles data={count} />
      <section className={css.board} aria-label={t("report.overview.people")}>
        <header className={css.boardHead}>
          <Segmented<ReportStanding>
            aria-label={t("report.overview.people")}
            value={state}
            onChange={setChosen}
            options={STATES.map((each) => ({
              value: each,
              label: t(`report.overview.states.${each}`, { count: countOf(count, each) }),
            }))}
          />
          {count.missing > 0 && seen.department === null && (
            <DingMissing template={seen.template} day={count.period.day} count={count.missing} />
          )}
        </header>
        <People key={state} seen={seen} state={state} />
      </section>
    </div>
  );
}

/** Each person stands under one of them: the late are not counted twice. */
function countOf({ missing, sent, late }: ReportPeriodCount, state: ReportStanding): number {
  return { MISSING: missing, SENT: sent - late, LATE: late }[state];
}

function Tiles({ data }: { data: ReportPeriodCount }) {
  const { t } = useText();
  const tiles = [
    { name: "must", tone: undefined },
    { name: "sent", tone: "good" },
    { name: "late", tone: "warning" },
    { name: "missing", tone: "bad" },
    { name: "voluntary", tone: "running" },
  ] as const;
  return (
    <NumberTiles
      tiles={tiles.map(({ name, tone }) => ({ name: t(`report.overview.tiles.${name}`), value: data[name], tone }))}
    />
  );
}

function People({ seen, state }: { seen: Seen; state: ReportStanding }) {
  const { t } = useText();
  const pages = useInfiniteQuery(overviewPeopleQuery(seen, state));
  const lines = pages.data?.pages.flatMap((page) => page.items) ?? [];
  if (pages.isPending) return <RowSkeletons count={4} label={t("report.loading")} />;
  return (
    <div className={css.boardList}>
      <ProblemNote problem={pages.error} />
      <EndlessList
        items={lines}
        keyOf={({ member }) => member.id}
        rowHeight={56}
        label={t("report.overview.people")}
        hasMore={pages.hasNextPage}
        loadingMore={pages.isFetchingNextPage}
        onEnd={() => void pages.fetchNextPage()}
        empty={pages.isSuccess && <EmptyState title={t(`report.overview.nobody.${state}`)} />}
        render={(line) => <PersonLine line={line} />}
      />
    </div>
  );
}

function PersonLine({ line: { member, department, sentAt, reportId } }: { line: ReportOverviewLine }) {
  const { t, locale } = useText();
  return (
    <span className={css.personLine}>
      <Avatar person={member} size={36} />
      <span className={css.words}>
        <span>{nameOf(member)}</span>
        {department && <span className={css.quiet}>{department}</span>}
      </span>
      {sentAt && (
        <time className={css.quiet} dateTime={sentAt} title={absolute(sentAt)}>
          {dayAndClock(sentAt, locale)}
        </time>
      )}
      {reportId !== null && (
        <Link to="/reports/$reportId" params={{ reportId: String(reportId) }} search={{ box: "ALL" }}>
          {t("report.overview.open")}
        </Link>
      )}
    </span>
  );
}
