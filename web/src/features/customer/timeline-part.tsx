import { EditOutlined, PaperClipOutlined } from "@ant-design/icons";
import { useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import type { CustomerNote, CustomerView, TimelineLine } from "@/api/customer-types";
import { api } from "@/api/http";
import { nameOf } from "@/api/people";
import { inlineUrl } from "@/lib/file-addresses";
import { useText } from "@/lib/i18n";
import { absolute, dayAndClock } from "@/lib/times";
import { IconButton } from "@/ui/icon-button";
import { ProblemNote } from "@/ui/problem-note";
import { RowSkeletons } from "@/ui/skeletons";
import css from "./customer.module.css";
import { eventKey, eventParams } from "./event-words";
import { NoteForm } from "./note-form";
import { RemoveButton } from "./remove-button";
import { timelineQuery, useDeleteNote, useStages } from "./use-customers";

/** Everything that happened, newest first. */
export function TimelinePart({ id, view }: { id: number; view: CustomerView }) {
  const { t } = useText();
  const pages = useInfiniteQuery(timelineQuery(id));
  const lines = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <ProblemNote problem={pages.error} />
      {pages.isPending && <RowSkeletons count={3} label={t("customer.loading")} />}
      <ol className={css.timeline}>
        {lines.map((line) => (
          <Line key={line.event.id} line={line} view={view} />
        ))}
      </ol>
      {pages.hasNextPage && (
        <Button size="small" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t("customer.timeline.older")}
        </Button>
      )}
    </>
  );
}

function Line({ line, view }: { line: TimelineLine; view: CustomerView }) {
  const { t, locale } = useText();
  const { nameOf: stageName } = useStages();
  const { event, note, task } = line;
  const members = new Map(view.relations.map(({ member }) => [member.id, nameOf(member)]));
  const who = event.byCustomer ? t("customer.timeline.customer") : event.actor ? nameOf(event.actor) : "";
  const words = t(`customer.events.${eventKey(event)}`, {
    defaultValue: t("customer.events.OTHER"),
    ...eventParams(t, event, { stageName, memberName: (id) => members.get(id) ?? "" }),
  });
  return (
    <li className={css.event}>
      <p className={css.eventHead}>
        <strong>{who}</strong> {words}
        <time className={css.quiet} title={absolute(event.at)}>
          {dayAndClock(event.at, locale)}
        </time>
      </p>
      {note && <Note note={note} customer={view.customer.id} />}
      {event.kind === "NOTE_ADDED" && !note && <p className={css.quiet}>{t("customer.notes.gone")}</p>}
      {task && <p className={css.eventText}>{task.text}</p>}
    </li>
  );
}

function Note({ note, customer }: { note: CustomerNote; customer: number }) {
  const { t } = useText();
  const remove = useDeleteNote();
  const [changing, setChanging] = useState(false);
  const open = useMutation({
    mutationFn: (file: number) => api.post<{ url: string }>(`/api/customer-notes/${note.id}/files/${file}`),
    onSuccess: ({ url }) => window.open(inlineUrl(url), "_blank", "noopener"),
  });
  if (changing) return <NoteForm id={customer} note={note} onClose={() => setChanging(false)} />;
  return (
    <div className={css.note}>
      <p className={css.eventText}>{note.text}</p>
      {note.files.map((file) => (
        <Button
          key={file.id}
          size="small"
          type="link"
          icon={<PaperClipOutlined />}
          className={css.noteFile}
          onClick={() => open.mutate(file.id)}
        >
          {file.name}
        </Button>
      ))}
      {note.editedAt && (
        <span className={css.quiet} title={absolute(note.editedAt)}>
          {t("customer.notes.changed")}
        </span>
      )}
      {note.mine && (
        <IconButton
          size="small"
          icon={<EditOutlined />}
          label={t("customer.notes.change")}
          onClick={() => setChanging(true)}
        />
      )}
      {note.mine && <RemoveButton label={t("customer.notes.remove")} onRemove={() => remove.mutate(note.id)} />}
      <ProblemNote problem={remove.error ?? open.error} />
    </div>
  );
}
