import { CommentOutlined, LikeOutlined } from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import { nameOf } from "@/api/people";
import type { ReportBox, ReportHead } from "@/api/report-types";
import { type Translate, useText } from "@/lib/i18n";
import { absolute, short } from "@/lib/times";
import { Avatar } from "@/ui/avatar";
import css from "@/ui/records.module.css";
import { StateTag } from "@/ui/state-tag";
import { periodText } from "./period-text";

interface Props {
  head: ReportHead;
  box: ReportBox;
  open: boolean;
}

export function ReportRow({ head, box, open }: Props) {
  const { t, locale } = useText();
  return (
    <Link
      to="/reports/$reportId"
      params={{ reportId: String(head.id) }}
      search={{ box }}
      className={css.row}
      aria-current={open ? "page" : undefined}
    >
      <span className={css.face}>
        <Avatar person={head.author} size={40} />
        {head.unread && <span className={css.dot} role="img" aria-label={t("report.row.unread")} />}
      </span>
      <span className={css.lines}>
        <span className={css.top}>
          <span className={css.name} data-unread={head.unread || undefined}>
            {titleOf(head, t)}
          </span>
          <time className={css.time} dateTime={head.sentAt} title={absolute(head.sentAt)}>
            {short(head.sentAt, locale)}
          </time>
        </span>
        <span className={css.fact}>{[periodText(head, locale), head.department].filter(Boolean).join(" · ")}</span>
        {head.summary.slice(0, 2).map(({ label, text }) => (
          <span key={label} className={css.fact}>
            {t("report.row.fact", { label, text })}
          </span>
        ))}
        <Marks head={head} />
      </span>
    </Link>
  );
}

/** "王芳的日报". */
export function titleOf(head: ReportHead, t: Translate): string {
  return t("report.row.title", { name: nameOf(head.author), template: head.title });
}

function Marks({ head }: { head: ReportHead }) {
  const { t } = useText();
  const { late, withdrawn, changed, comments, likes } = head;
  return (
    <span className={css.marks}>
      {withdrawn && <StateTag tone="quiet">{t("report.row.withdrawn")}</StateTag>}
      {late && <StateTag tone="warn">{t("report.row.late")}</StateTag>}
      {changed && <StateTag tone="busy">{t("report.row.changed")}</StateTag>}
      {comments > 0 && (
        <span>
          <CommentOutlined aria-hidden /> {t("report.row.comments", { count: comments })}
        </span>
      )}
      {likes > 0 && (
        <span>
          <LikeOutlined aria-hidden /> {t("report.row.likes", { count: likes })}
        </span>
      )}
    </span>
  );
}
