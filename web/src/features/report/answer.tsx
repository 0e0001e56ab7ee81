import { nameOf } from "@/api/people";
import type { Card } from "@/api/types";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { CommentBox } from "@/ui/comment-box";
import { useComment } from "./use-reports";

interface Props {
  report: number;
  /** The first of the thread; without it the comment begins one. */
  thread?: number;
  /** Whose answer it answers. */
  to?: Card;
  onDone?: () => void;
}

/** Where a comment or an answer is written. */
export function Answer({ report, thread, to, onDone }: Props) {
  const { t } = useText();
  const { create } = useComment(report);
  return (
    <CommentBox
      words={{
        label: to ? t("report.comments.answerTo", { name: nameOf(to) }) : t("report.comments.label"),
        placeholder: t("report.comments.placeholder"),
        searchPeople: t("report.comments.searchPeople"),
        files: t("report.comments.files"),
        send: thread === undefined ? t("report.comments.send") : t("report.comments.answer"),
      }}
      to={to}
      autoFocus={thread !== undefined}
      pending={create.isPending}
      problem={create.error}
      onSend={(body, sent) =>
        follow(create.mutateAsync({ ...body, replyTo: thread }), {
          onSuccess: () => {
            sent();
            onDone?.();
          },
        })
      }
      onCancel={onDone}
    />
  );
}
