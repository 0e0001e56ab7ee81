import { CheckOutlined } from "@ant-design/icons";
import { useInfiniteQuery } from "@tanstack/react-query";
import { App, Button } from "antd";
import type { MomentTask } from "@/api/moment-types";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { dayAndClock } from "@/lib/times";
import { EmptyState } from "@/ui/empty-state";
import { MoreButton } from "@/ui/more-button";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import { ChoiceLine, ContentView } from "./content-view";
import css from "./moment.module.css";
import { tasksQuery, useConfirm } from "./use-moments";

/** What the company asks the reader to show his customers. */
export function TasksPart({ onShown }: { onShown: () => void }) {
  const { t } = useText();
  const pages = useInfiniteQuery(tasksQuery);
  const tasks = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section aria-label={t("moment.tabs.TASKS")}>
      <ProblemNote problem={pages.error} />
      {pages.isPending && <RowSkeletons label={t("moment.loading")} />}
      {pages.data && tasks.length === 0 && (
        <EmptyState icon={<CheckOutlined />} title={t("moment.none.TASKS")} text={t("moment.none.tasksText")} />
      )}
      <ul className={css.list}>
        {tasks.map((task) => (
          <li key={task.momentId}>
            <TaskCard task={task} onShown={onShown} />
          </li>
        ))}
      </ul>
      <MoreButton pages={pages} />
    </section>
  );
}

function TaskCard({ task, onShown }: { task: MomentTask; onShown: () => void }) {
  const { t, locale } = useText();
  const { message } = App.useApp();
  const confirm = useConfirm();
  const until = dayAndClock(task.confirmUntil, locale);
  const show = () =>
    follow(confirm.mutateAsync(task.momentId), {
      onSuccess: () => {
        void message.success(t("moment.task.shown"));
        onShown();
      },
    });
  return (
    <article className={css.card} aria-label={t("moment.task.of", { name: task.creator.name })}>
      <p className={css.small}>{t("moment.task.line", { name: task.creator.name, until })}</p>
      <ContentView moment={task.momentId} content={task.content} />
      <ChoiceLine choice={task.choice} />
      <ProblemNote problem={confirm.error} />
      <footer className={css.cardFoot}>
        <Button type="primary" loading={confirm.isPending} onClick={show}>
          {t("moment.task.show", { count: task.customers })}
        </Button>
      </footer>
    </article>
  );
}
