import { EditOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button, Checkbox, DatePicker, Input } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import { useState } from "react";
import type { CustomerTask } from "@/api/customer-types";
import { nameOf } from "@/api/people";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { absolute, dayAndClock } from "@/lib/times";
import { IconButton } from "@/ui/icon-button";
import { ProblemNote } from "@/ui/problem-note";
import css from "./customer.module.css";
import { RemoveButton } from "./remove-button";
import { tasksQuery, useAddTask, useChangeTask, useDeleteTask, useFinishTask } from "./use-customers";

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
      {adding && <NewTask id={id} onClose={() => setAdding(false)} />}
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
  const [changing, setChanging] = useState(false);
  const done = task.doneAt !== null;
  const late = !done && Date.parse(task.dueAt) < Date.now();
  if (changing) {
    return (
      <li>
        <ChangedTask task={task} onClose={() => setChanging(false)} />
      </li>
    );
  }
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
        {task.customer && (
          <Link to="/customers/$customerId" params={{ customerId: String(task.customer.id) }}>
            {task.customer.name}
          </Link>
        )}
        <span className={css.quiet} data-late={late || undefined}>
          <time title={absolute(task.dueAt)}>{dayAndClock(task.dueAt, locale)}</time> {nameOf(task.assignee)}
          {late && ` ${t("customer.tasks.late")}`}
        </span>
        <ProblemNote problem={finish.error ?? remove.error} />
      </div>
      {task.mine && !done && (
        <IconButton
          size="small"
          icon={<EditOutlined />}
          label={t("customer.tasks.change", { text: task.text })}
          onClick={() => setChanging(true)}
        />
      )}
      {task.mine && (
        <RemoveButton label={t("customer.tasks.remove", { text: task.text })} onRemove={() => remove.mutate(task.id)} />
      )}
    </li>
  );
}

function NewTask({ id, onClose }: { id: number; onClose: () => void }) {
  const add = useAddTask(id);
  const due = dayjs().add(1, "day").hour(9).minute(0).second(0);
  return (
    <TaskForm
      first={{ text: "", due }}
      problem={add.error}
      saving={add.isPending}
      onSave={(body) => follow(add.mutateAsync({ ...body, assignee: null }), { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}

function ChangedTask({ task, onClose }: { task: CustomerTask; onClose: () => void }) {
  const change = useChangeTask(task.id);
  return (
    <TaskForm
      first={{ text: task.text, due: dayjs(task.dueAt) }}
      problem={change.error}
      saving={change.isPending}
      onSave={(body) => follow(change.mutateAsync({ ...body, assignee: task.assignee.id }), { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}

interface FormProps {
  first: { text: string; due: Dayjs };
  problem: Error | null;
  saving: boolean;
  onSave: (body: { text: string; dueAt: string }) => void;
  onClose: () => void;
}

function TaskForm({ first, problem, saving, onSave, onClose }: FormProps) {
  const { t } = useText();
  const [text, setText] = useState(first.text);
  const [due, setDue] = useState<Dayjs | null>(first.due);
  const submit = () => {
    if (due !== null && text.trim() !== "" && !saving) onSave({ text, dueAt: due.toISOString() });
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
      <ProblemNote problem={problem} />
      <div className={css.inline}>
        <Button type="primary" loading={saving} disabled={due === null || text.trim() === ""} onClick={submit}>
          {t("customer.save")}
        </Button>
        <Button onClick={onClose}>{t("form.cancel")}</Button>
      </div>
    </div>
  );
}
