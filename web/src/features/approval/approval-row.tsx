import { Link } from "@tanstack/react-router";
import { Checkbox } from "antd";
import type { ApprovalBox, ApprovalHead } from "@/api/approval-types";
import { nameOf } from "@/api/people";
import { useText } from "@/lib/i18n";
import { absolute, short } from "@/lib/times";
import { Avatar } from "@/ui/avatar";
import css from "@/ui/records.module.css";
import { agreeable } from "./actions";
import { StateTag } from "./state-tag";
import { standingOf } from "./tone";

interface Props {
  head: ApprovalHead;
  box: ApprovalBox;
  open: boolean;
  chosen?: boolean;
  /** Given while several are being chosen. */
  onChoose?: () => void;
}

export function ApprovalRow({ head, box, open, chosen = false, onChoose }: Props) {
  const { t } = useText();
  const title = titleOf(head, t);
  if (onChoose) {
    const offered = agreeable(head);
    return (
      // biome-ignore lint/a11y/noLabelWithoutControl: the checkbox within is its control
      <label className={css.row} data-barred={!offered || undefined}>
        <Checkbox checked={chosen} disabled={!offered} onChange={onChoose} aria-label={title} />
        <RowBody head={head} title={title} hint={offered ? null : t("approval.batch.handle")} />
      </label>
    );
  }
  return (
    <Link
      to="/approvals/$approvalId"
      params={{ approvalId: String(head.id) }}
      search={{ box }}
      className={css.row}
      aria-current={open ? "page" : undefined}
    >
      <span className={css.face}>
        <Avatar person={head.applicant} size={40} />
        {head.unread && <span className={css.dot} role="img" aria-label={t("approval.row.unread")} />}
      </span>
      <RowBody head={head} title={title} />
    </Link>
  );
}

/** "王芳的请假". */
export function titleOf(head: ApprovalHead, t: ReturnType<typeof useText>["t"]): string {
  return t("approval.row.title", { name: nameOf(head.applicant), template: head.title });
}

interface BodyProps {
  head: ApprovalHead;
  title: string;
  /** Stands in place of who it waits for. */
  hint?: string | null;
}

function RowBody({ head, title, hint = null }: BodyProps) {
  const { t, locale } = useText();
  const waiting = head.waitingFor;
  return (
    <span className={css.lines}>
      <span className={css.top}>
        <span className={css.name} data-unread={head.unread || undefined}>
          {title}
        </span>
        <time className={css.time} dateTime={head.movedAt} title={absolute(head.movedAt)}>
          {short(head.movedAt, locale)}
        </time>
      </span>
      {head.summary.slice(0, 2).map(({ label, text }) => (
        <span key={label} className={css.fact}>
          {t("approval.row.fact", { label, text })}
        </span>
      ))}
      <span className={css.marks}>
        <StateTag standing={standingOf(head)} />
        {hint !== null && <span className={css.waitingName}>{hint}</span>}
        {hint === null && waiting.length > 0 && (
          <span className={css.waiting}>
            {waiting.map((person) => (
              <Avatar key={person.id} person={person} size={18} />
            ))}
            <span className={css.waitingName}>
              {waiting.length === 1
                ? t("approval.row.waitingOne", { name: nameOf(waiting[0]) })
                : t("approval.row.waitingMany", { name: nameOf(waiting[0]), count: waiting.length })}
            </span>
          </span>
        )}
      </span>
    </span>
  );
}
