import { useQuery } from "@tanstack/react-query";
import { Segmented } from "antd";
import { useState } from "react";
import type { CustomerGroupScope, GroupDay, GroupStatistics } from "@/api/customer-group-types";
import { useSession } from "@/api/session";
import { daysUntil, today } from "@/lib/days";
import { useText } from "@/lib/i18n";
import { BarsCard } from "@/ui/bars-card";
import { DayTable } from "@/ui/day-table";
import { NumberTiles } from "@/ui/number-tiles";
import numbers from "@/ui/numbers.module.css";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import css from "./group.module.css";
import { statisticsQuery } from "./use-groups";

const SPANS = [7, 30, 90] as const;
const MOVES = ["joined", "left"] as const;
const TALK = ["customerMessages", "staffMessages"] as const;

/** Staff and customers side by side, so that the bars stack to all messages. */
type Shown = GroupDay & { staffMessages: number };

/** How a group, or all of a scope, grows and talks; with the numbers as tables. */
export function StatisticsView({ place }: { place: number | CustomerGroupScope }) {
  const { t } = useText();
  const { org } = useSession();
  const [span, setSpan] = useState<number>(30);
  const days = daysUntil(today(org.zone), span);
  const { data, error, isPending } = useQuery(statisticsQuery(place, days[0] ?? "", days.at(-1) ?? ""));
  return (
    <div className={numbers.stack}>
      <Segmented
        className={css.span}
        aria-label={t("customerGroup.statistics.span")}
        value={span}
        onChange={setSpan}
        options={SPANS.map((value) => ({ value, label: t("customerGroup.statistics.days", { count: value }) }))}
      />
      <ProblemNote problem={error} />
      {isPending && <RowSkeletons label={t("customerGroup.loading")} />}
      {data && <Numbers statistics={data} one={typeof place === "number"} />}
    </div>
  );
}

function Numbers({ statistics, one }: { statistics: GroupStatistics; one: boolean }) {
  const { t } = useText();
  const days: Shown[] = statistics.days.map((day) => ({ ...day, staffMessages: day.messages - day.customerMessages }));
  const sum = (name: keyof Omit<Shown, "day">) => days.reduce((total, day) => total + day[name], 0);
  const tile = (name: "joined" | "left" | "messages") => ({
    name: t(`customerGroup.statistics.${name}`),
    value: sum(name),
  });
  return (
    <>
      <NumberTiles
        tiles={[
          ...(one ? [] : [{ name: t("customerGroup.statistics.groups"), value: statistics.groups }]),
          { name: t("customerGroup.statistics.customers"), value: statistics.customers, tone: "running" },
          tile("joined"),
          tile("left"),
          tile("messages"),
        ]}
      />
      <Chart title={t("customerGroup.statistics.moves")} days={days} names={MOVES} more={["customers"]} />
      <Chart title={t("customerGroup.statistics.talk")} days={days} names={TALK} more={["active"]} />
    </>
  );
}

type Name = "customers" | "joined" | "left" | "customerMessages" | "staffMessages" | "active";

interface ChartProps {
  title: string;
  days: Shown[];
  /** What is drawn. */
  names: readonly Name[];
  /** What only the table says. */
  more: Name[];
}

function Chart({ title, days, names, more }: ChartProps) {
  const { t } = useText();
  const dates = days.map(({ day }) => day);
  const series = (keys: readonly Name[]) =>
    keys.map((key) => ({
      key,
      name: t(`customerGroup.statistics.${key}`),
      values: days.map((day) => day[key]),
    }));
  return (
    <BarsCard title={title} days={dates} series={series(names)}>
      <DayTable heading={t("customerGroup.statistics.day")} days={dates} series={series([...names, ...more])} />
    </BarsCard>
  );
}
