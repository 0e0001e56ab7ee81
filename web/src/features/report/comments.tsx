import { useInfiniteQuery } from "@tanstack/react-query";
import type { Report, ReportComment } from "@/api/report-types";
import { useText } from "@/lib/i18n";
import { MoreButton } from "@/ui/more-button";
import { ProblemNote } from "@/ui/problem-note";
import css from "@/ui/records.module.css";
import { Answer } from "./answer";
import { CommentThread } from "./comment-thread";
import { commentsQuery } from "./use-reports";

/** The first of each thread with its answers; they come one after the other. */
function threadsOf(comments: ReportComment[]): ReportComment[][] {
  const threads: ReportComment[][] = [];
  for (const comment of comments) {
    const open = threads.at(-1);
    if (open?.[0]?.id === comment.replyTo) open.push(comment);
    else threads.push([comment]);
  }
  return threads;
}

/** What readers say to it; whoever is mentioned may read it from then on. */
export function Comments({ report }: { report: Report }) {
  const { t } = useText();
  const { id, withdrawn } = report.head;
  const pages = useInfiniteQuery(commentsQuery(id));
  const comments = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className={css.part} aria-label={t("report.comments.title")}>
      <h3 className={css.subtitle}>{t("report.comments.title")}</h3>
      <ProblemNote problem={pages.error} />
      {comments.length > 0 && (
        <ul className={css.comments}>
          {threadsOf(comments).map(([first, ...answers]) =>
            first ? (
              <CommentThread key={first.id} report={id} first={first} answers={answers} closed={withdrawn} />
            ) : null,
          )}
        </ul>
      )}
      <MoreButton pages={pages} />
      {!withdrawn && <Answer report={id} />}
    </section>
  );
}
