import { DeleteOutlined, RollbackOutlined } from "@ant-design/icons";
import { App } from "antd";
import { useState } from "react";
import { nameOf } from "@/api/people";
import type { ReportComment } from "@/api/report-types";
import { useSession } from "@/api/session";
import type { Card } from "@/api/types";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { problemText } from "@/lib/problem-text";
import { CommentSaid } from "@/ui/comment-said";
import { IconButton } from "@/ui/icon-button";
import css from "@/ui/records.module.css";
import { Answer } from "./answer";
import { fileAddress, useComment } from "./use-reports";

interface Props {
  report: number;
  first: ReportComment;
  answers: ReportComment[];
  /** Nobody talks about it any more. */
  closed: boolean;
}

/** A comment and what was answered, with room for one more. */
export function CommentThread({ report, first, answers, closed }: Props) {
  const [answering, setAnswering] = useState<Card | null>(null);
  const answer = closed || first.removed ? undefined : setAnswering;
  return (
    <One report={report} comment={first} onAnswer={answer}>
      {answers.length > 0 && (
        <ul className={css.answers}>
          {answers.map((each) => (
            <One key={each.id} report={report} comment={each} onAnswer={answer} />
          ))}
        </ul>
      )}
      {answering && (
        <Answer key={answering.id} report={report} thread={first.id} to={answering} onDone={() => setAnswering(null)} />
      )}
    </One>
  );
}

interface OneProps {
  report: number;
  comment: ReportComment;
  onAnswer: ((to: Card) => void) | undefined;
  children?: React.ReactNode;
}

function One({ report, comment, onAnswer, children }: OneProps) {
  const { t } = useText();
  const { message } = App.useApp();
  const me = useSession().member.id;
  const { remove } = useComment(report);
  const { id, author, removed } = comment;
  const acts = !removed && (
    <>
      {onAnswer && (
        <IconButton
          size="small"
          icon={<RollbackOutlined />}
          label={t("report.comments.answerTo", { name: nameOf(author) })}
          onClick={() => onAnswer(author)}
        />
      )}
      {author.id === me && (
        <IconButton
          size="small"
          icon={<DeleteOutlined />}
          label={t("report.comments.remove")}
          disabled={remove.isPending}
          onClick={() =>
            follow(remove.mutateAsync(id), { onError: (problem) => void message.error(problemText(t, problem)) })
          }
        />
      )}
    </>
  );
  return (
    <CommentSaid
      comment={comment}
      address={(file) => fileAddress(report, file)}
      acts={acts}
      instead={removed ? t("report.comments.removed") : undefined}
    >
      {children}
    </CommentSaid>
  );
}
