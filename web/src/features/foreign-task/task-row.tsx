import { Link } from "@tanstack/react-router";
import type { ForeignTaskBox, ForeignTaskHead } from "@/api/foreign-tasks";
import { useText } from "@/lib/i18n";
import { absolute, dayAndClock, short } from "@/lib/times";
import css from "@/ui/records.module.css";
import { TaskTag } from "./task-tag";

export function TaskRow({ task, box, open }: { task: ForeignTaskHead; box: ForeignTaskBox; open: boolean }) {
  const { t, locale } = useText();
  const moved = task.endedAt ?? task.createdAt;
  return (
    <Link
      to="/approvals/tasks/$taskId"
      params={{ taskId: String(task.id) }}
      search={{ box }}
      className={css.row}
      aria-current={open ? "page" : undefined}
    >
      <span className={css.lines}>
        <span className={css.top}>
          <span className={css.name}>{task.title}</span>
          <time className={css.time} dateTime={moved} title={absolute(moved)}>
            {short(moved, locale)}
          </time>
        </span>
        <span className={css.fact}>{task.system.name}</span>
        {task.facts[0] && <span className={css.fact}>{t("foreign.fact", task.facts[0])}</span>}
        <span className={css.marks}>
          <TaskTag task={task} />
          {task.state === "OPEN" && task.dueAt && (
            <time dateTime={task.dueAt} title={absolute(task.dueAt)}>
              {t("foreign.due", { time: dayAndClock(task.dueAt, locale) })}
            </time>
          )}
        </span>
      </span>
    </Link>
  );
}
