import { App, Button, Popconfirm } from "antd";
import type { HandOverLine, HandOverState } from "@/api/handover-types";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { dayAndClock } from "@/lib/times";
import { ProblemNote } from "@/ui/problem-note";
import { StateTag, type Tone } from "@/ui/state-tag";
import css from "./handover.module.css";
import { useCancel, useUndo } from "./use-handovers";

const TONES: Record<HandOverState, Tone> = {
  WAITING: "busy",
  DONE: "good",
  REFUSED: "bad",
  TAKER_FULL: "warn",
  CANCELLED: "quiet",
  UNDONE: "quiet",
};

/** One hand-over with what can still be done about it. */
export function HandoverRow({ line }: { line: HandOverLine }) {
  const { t, locale } = useText();
  const { message } = App.useApp();
  const cancel = useCancel();
  const undo = useUndo();
  const { customer, from, to, state, reason, undoUntil } = line;
  const undoable = line.mayUndo && undoUntil !== null && new Date(undoUntil) > new Date();
  const takeBack = () =>
    follow(undo.mutateAsync(line.id), { onSuccess: () => void message.success(t("handover.lines.undone")) });
  const facts = [
    t(line.kind === "ON_JOB" ? "handover.lines.onJob" : "handover.lines.left"),
    t("handover.lines.by", { name: line.startedBy.name, date: dayAndClock(line.startedAt, locale) }),
    state === "WAITING" && line.dueAt !== null && t("handover.lines.due", { date: dayAndClock(line.dueAt, locale) }),
    state === "DONE" && t(`handover.lines.history.${line.history}`),
    undoable && t("handover.lines.undoUntil", { date: dayAndClock(undoUntil, locale) }),
  ].filter((fact) => fact !== false);
  return (
    <div className={css.line}>
      <span className={css.words}>
        <span className={css.name}>
          {customer.name} · {t("handover.lines.route", { from: from.name, to: to.name })}
        </span>
        <span className={css.small}>{facts.join(" · ")}</span>
        <ProblemNote problem={cancel.error ?? undo.error} />
      </span>
      <StateTag tone={TONES[state]}>
        {t(`handover.lines.state.${state}`)}
        {reason !== null && ` · ${t(`handover.lines.reason.${reason}`)}`}
      </StateTag>
      {line.mayCancel && (
        <Popconfirm
          title={t("handover.lines.cancelAsk", { to: to.name })}
          okText={t("handover.lines.cancel")}
          cancelText={t("handover.lines.keep")}
          onConfirm={() => cancel.mutate(line.id)}
        >
          <Button size="small">{t("handover.lines.cancel")}</Button>
        </Popconfirm>
      )}
      {undoable && (
        <Popconfirm
          title={t("handover.lines.undoAsk", { customer: customer.name, from: from.name })}
          okText={t("handover.lines.undo")}
          cancelText={t("handover.lines.keep")}
          onConfirm={takeBack}
        >
          <Button size="small">{t("handover.lines.undo")}</Button>
        </Popconfirm>
      )}
    </div>
  );
}
