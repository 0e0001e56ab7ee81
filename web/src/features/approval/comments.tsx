import { useInfiniteQuery } from "@tanstack/react-query";
import type { ApprovalRun } from "@/api/approval-types";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { CommentBox } from "@/ui/comment-box";
import { CommentSaid } from "@/ui/comment-said";
import { MoreButton } from "@/ui/more-button";
import { ProblemNote } from "@/ui/problem-note";
import css from "@/ui/records.module.css";
import { commentsQuery, fileAddress, useComment } from "./use-approvals";

/** What people say beside deciding. */
export function Comments({ run }: { run: ApprovalRun }) {
  const { t } = useText();
  const id = run.head.id;
  const pages = useInfiniteQuery(commentsQuery(id));
  const comments = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className={css.part} aria-label={t("approval.comments.title")}>
      <h3 className={css.subtitle}>{t("approval.comments.title")}</h3>
      <ProblemNote problem={pages.error} />
      <ul className={css.comments}>
        {comments.map((comment) => (
          <CommentSaid key={comment.id} comment={comment} address={(file) => fileAddress(id, file)} />
        ))}
      </ul>
      <MoreButton pages={pages} />
      <Reply id={id} />
    </section>
  );
}

function Reply({ id }: { id: number }) {
  const { t } = useText();
  const comment = useComment(id);
  return (
    <CommentBox
      words={{
        label: t("approval.comments.label"),
        placeholder: t("approval.comments.placeholder"),
        searchPeople: t("approval.comments.searchPeople"),
        files: t("approval.decide.files"),
        send: t("approval.comments.send"),
      }}
      pending={comment.isPending}
      problem={comment.error}
      onSend={(body, onSuccess) => follow(comment.mutateAsync(body), { onSuccess })}
    />
  );
}
