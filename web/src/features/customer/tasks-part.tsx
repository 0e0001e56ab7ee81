import { useQuery } from "@tanstack/react-query";
import { Button, Checkbox, DatePicker, Input } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import { useState } from "react";
import type { CustomerTask } from "@/api/customer-types";
import { nameOf } from "@/api/people";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { absolute, dayAndClock } from "@/lib/times";
import { ProblemNote } from "@/ui/problem-note";
import css from "./customer.module.css";
import { RemoveButton } from "./remove-button";
import { tasksQuery, useAddTask, useDeleteTask, useFinishTask } from "./use-customers";

/** What is to be done for the customer; the server reminds whoever is to do it. */
export function TasksPart({ id }: { id: number }) {
  const { t } = useText();
  const tasks = useQuery(tasksQuery(id));
  const [adding, setAdding] = useState(false);
  const list = tasks.data ?? [];
  return (
    <section className={css.part} aria-label={t("customer.tasks.title")}>
      <div className={css.partHead}>
        <h3 className={css.partTitle}>{t("customer.tasks.title")}</h3>
        {!adding && (
          <Button size="small" type="link" onClick={() => setAdding(true)}>
            {t("customer.tasks.add")}
          </Button>
        )}
      </div>
      <ProblemNote problem={tasks.error} />
      {adding && <TaskForm id={id} onClose={() => setAdding(false)} />}
      <ul className={css.stack}>
        {list.map((task) => (
          <TaskRow key={task.id} task={task} />
        ))}
        {tasks.isSuccess && list.length === 0 && !adding && <li className={css.quiet}>{t("customer.tasks.none")}</li>}
      </ul>
    </section>
  );
}

export function TaskRow({ task }: { task: CustomerTask }) {
  const { t, locale } = useText();
  const finish = useFinishTask();
  const remove = useDeleteTask();
  const done = task.doneAt !== null;
  const late = !done && Date.parse(task.dueAt) < Date.now();
  return (
    <li className={css.task}>
      <Checkbox
        checked={done}
        disabled={!task.mine || finish.isPending}
        aria-label={t("customer.tasks.done", { text: task.text })}
        onChange={(event) => finish.mutate({ id: task.id, done: event.target.checked })}
      />
      <div className={css.taskLines}>
        <span data-done={done || undefined}>{task.text}</span>
        <span className={css.quiet} data-late={late || undefined}>
          <time title={absolute(task.dueAt)}>{dayAndClock(task.dueAt, locale)}</time> {nameOf(task.assignee)}
          {late && ` ${t("customer.tasks.late")}`}
        </span>
        <ProblemNote problem={finish.error ?? remove.error} />
      </div>
      {task.mine && (
        <RemoveButton label={t("customer.tasks.remove", { text: task.text })} onRemove={() => remove.mutate(task.id)} />
      )}
    </li>
  );
}

function TaskForm({ id, onClose }: { id: number; onClose: () => void }) {
  const { t } = useText();
  const [text, setText] = useState("");
  const [due, setDue] = useState<Dayjs | null>(() => dayjs().add(1, "day").hour(9).minute(0).second(0));
  const add = useAddTask(id);
  const submit = () => {
    if (due === null || text.trim() === "" || add.isPending) return;
    follow(add.mutateAsync({ text, dueAt: due.toISOString(), assignee: null }), { onSuccess: onClose });
  };
  return (
    <div className={css.stack}>
      <Input
        autoFocus
        maxLength={200}
        aria-label={t("customer.tasks.what")}
        placeholder={t("customer.tasks.what")}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onPressEnter={submit}
      />
      <DatePicker
        showTime={{ format: "HH:mm" }}
        format="YYYY-MM-DD HH:mm"
        aria-label={t("customer.tasks.when")}
        value={due}
        onChange={setDue}
      />
      <ProblemNote problem={add.error} />
      <div className={css.inline}>
        <Button type="primary" loading={add.isPending} disabled={due === null || text.trim() === ""} onClick={submit}>
          {t("customer.save")}
        </Button>
        <Button onClick={onClose}>{t("form.cancel")}</Button>
      </div>
    </div>
  );
}
