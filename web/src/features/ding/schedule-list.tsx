import { ClockCircleOutlined } from "@ant-design/icons";
import { useInfiniteQuery } from "@tanstack/react-query";
import { App, Button } from "antd";
import type { DingSchedule, Recurrence } from "@/api/ding-types";
import { Problem } from "@/api/http";
import { type Translate, useText } from "@/lib/i18n";
import { problemText } from "@/lib/problem-text";
import { dayAndClock } from "@/lib/times";
import { EmptyState } from "@/ui/empty-state";
import { EndlessList } from "@/ui/endless-list";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import css from "./dings-page.module.css";
import { schedulesQuery, useStopSchedule } from "./use-dings";

/** Own repeating DINGs, newest first. */
export function ScheduleList() {
  const { t } = useText();
  const pages = useInfiniteQuery(schedulesQuery);
  if (pages.isPending) return <RowSkeletons label={t("ding.loading")} />;
  return (
    <>
      <ProblemNote problem={pages.error} />
      <EndlessList
        items={pages.data?.pages.flatMap((page) => page.items) ?? []}
        keyOf={(schedule) => schedule.id}
        rowHeight={88}
        label={t("ding.boxes.SCHEDULES")}
        hasMore={pages.hasNextPage}
        loadingMore={pages.isFetchingNextPage}
        onEnd={() => void pages.fetchNextPage()}
        empty={
          pages.isSuccess && (
            <EmptyState
              icon={<ClockCircleOutlined />}
              title={t("ding.empty.SCHEDULES")}
              text={t("ding.empty.SCHEDULESText")}
            />
          )
        }
        render={(schedule) => <ScheduleRow schedule={schedule} />}
      />
    </>
  );
}

/** "每周 周一、周三 08:30" */
export function recurrenceLine({ kind, weekdays, dayOfMonth, time }: Recurrence, t: Translate): string {
  const words = { kind: t(`ding.recurrence.kinds.${kind}`), time: time.slice(0, 5) };
  if (kind === "WEEKLY") {
    const days = weekdays.map((day) => t(`ding.recurrence.days.${day}`)).join(t("ding.comma"));
    return t("ding.recurrence.lineDays", { ...words, days });
  }
  if (kind === "MONTHLY" && dayOfMonth !== null) {
    return t("ding.recurrence.lineDays", { ...words, days: t("ding.recurrence.day", { day: dayOfMonth }) });
  }
  return t("ding.recurrence.line", words);
}

function ScheduleRow({ schedule }: { schedule: DingSchedule }) {
  const { t, locale } = useText();
  const { modal, message } = App.useApp();
  const stop = useStopSchedule();
  const { endedReason, lastCode, nextAt } = schedule;
  const ask = () =>
    modal.confirm({
      title: t("ding.recurrence.stopTitle"),
      content: t("ding.recurrence.stopText"),
      okText: t("ding.recurrence.stop"),
      okButtonProps: { danger: true },
      cancelText: t("ding.compose.cancel"),
      onOk: () => stop.mutateAsync(schedule.id).catch((error) => void message.error(problemText(t, error))),
    });
  return (
    <div className={css.schedule}>
      <span className={css.lines}>
        <span className={css.text}>{schedule.ding.text || t("ding.row.voice")}</span>
        <span className={css.marks}>{recurrenceLine(schedule.recurrence, t)}</span>
        <span className={css.marks}>
          {endedReason
            ? t(`ding.recurrence.ended.${endedReason}`)
            : nextAt && t("ding.recurrence.next", { time: dayAndClock(nextAt, locale) })}
        </span>
        {lastCode && (
          <span className={css.warning}>
            {t("ding.recurrence.lastCode", { reason: problemText(t, new Problem(0, lastCode)) })}
          </span>
        )}
      </span>
      {!endedReason && (
        <Button size="small" loading={stop.isPending} onClick={ask}>
          {t("ding.recurrence.stop")}
        </Button>
      )}
    </div>
  );
}
