import { ArrowLeftOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ForeignTaskBox, ForeignTaskDetails, ForeignTaskHead } from "@/api/foreign-tasks";
import { nameOf } from "@/api/people";
import { useText } from "@/lib/i18n";
import { absolute, dayAndClock } from "@/lib/times";
import { Avatar } from "@/ui/avatar";
import { IconButton } from "@/ui/icon-button";
import { ProblemNote } from "@/ui/problem-note";
import css from "@/ui/records.module.css";
import { RowSkeletons } from "@/ui/skeletons";
import { AnswerBar } from "./answer-bar";
import own from "./foreign-task.module.css";
import { standingOf } from "./standing";
import { TaskTag } from "./task-tag";
import { taskQuery } from "./use-foreign-tasks";

export function TaskDetail({ id, box, phone }: { id: number; box: ForeignTaskBox; phone: boolean }) {
  const { t } = useText();
  const navigate = useNavigate();
  const { data, error, isPending } = useQuery(taskQuery(id));
  return (
    <section className={css.detail} aria-label={t("foreign.detail")}>
      {phone && (
        <header className={css.bar}>
          <IconButton
            icon={<ArrowLeftOutlined />}
            label={t("foreign.back")}
            onClick={() => void navigate({ to: "/approvals/tasks", search: { box } })}
          />
        </header>
      )}
      <div className={css.scroll}>
        <div className={css.column}>
          {!data && <ProblemNote problem={error} />}
          {isPending && <RowSkeletons count={4} label={t("foreign.loading")} />}
          {data && <Body details={data} />}
        </div>
      </div>
      {data && <AnswerBar key={`${data.task.id}-${data.task.version}`} task={data.task} />}
    </section>
  );
}

function Body({ details: { task, assignees } }: { details: ForeignTaskDetails }) {
  const { t, locale } = useText();
  return (
    <>
      <header className={css.head}>
        <div className={css.names}>
          <h2 className={css.title}>{task.title}</h2>
          <p className={css.when}>
            {task.system.name}
            {" · "}
            <time dateTime={task.createdAt} title={absolute(task.createdAt)}>
              {t("foreign.given", { time: dayAndClock(task.createdAt, locale) })}
            </time>
          </p>
        </div>
        <TaskTag task={task} large />
      </header>
      <Facts task={task} />
      {task.answered && <Answered task={task} />}
      {assignees.length > 1 && (
        <section className={css.part} aria-label={t("foreign.people")}>
          <h3 className={css.subtitle}>{t("foreign.people")}</h3>
          <p className={css.quiet}>{t("foreign.peopleHelp")}</p>
          <div className={css.people}>
            {assignees.map((person) => (
              <span key={person.id} className={css.person}>
                <Avatar person={person} size={22} />
                {nameOf(person)}
              </span>
            ))}
          </div>
        </section>
      )}
    </>
  );
}

function Facts({ task }: { task: ForeignTaskHead }) {
  const { t, locale } = useText();
  if (task.facts.length === 0 && !task.dueAt) return null;
  const late = standingOf(task, new Date()) === "LATE";
  return (
    <section className={css.part} aria-label={t("foreign.facts")}>
      <dl className={own.facts}>
        {task.dueAt && (
          <>
            <dt>{t("foreign.dueLabel")}</dt>
            <dd className={late ? own.late : undefined}>
              <time dateTime={task.dueAt} title={absolute(task.dueAt)}>
                {dayAndClock(task.dueAt, locale)}
              </time>
            </dd>
          </>
        )}
        {task.facts.map(({ label, value }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: another system's labels may repeat, and the list is replaced as a whole
          <Fact key={index} label={label} value={value} />
        ))}
      </dl>
    </section>
  );
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  );
}

function Answered({ task }: { task: ForeignTaskHead }) {
  const { t, locale } = useText();
  const given = task.answered;
  if (!given) return null;
  return (
    <section className={css.part} aria-label={t("foreign.answered")}>
      <div className={css.comment}>
        {given.by && <Avatar person={given.by} size={32} />}
        <div className={css.said}>
          <p className={css.sayer}>
            <strong>{nameOf(given.by)}</strong>
            <span>{t("foreign.answeredWith", { answer: given.answer })}</span>
            <time dateTime={given.at} title={absolute(given.at)}>
              {dayAndClock(given.at, locale)}
            </time>
          </p>
          {given.text && <p className={css.text}>{given.text}</p>}
        </div>
      </div>
    </section>
  );
}
