import { useInfiniteQuery } from "@tanstack/react-query";
import { Button, Input, Popconfirm } from "antd";
import { useState } from "react";
import type { MomentComment } from "@/api/moment-types";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { randomKey } from "@/lib/keys";
import { dayAndClock } from "@/lib/times";
import { MoreButton } from "@/ui/more-button";
import { ProblemNote } from "@/ui/problem-note";
import css from "./moment.module.css";
import { commentsQuery, useAnswer, useDeleteComment } from "./use-moments";

interface Props {
  post: number;
  author: string;
  mine: boolean;
}

/** What was said under a moment; its author answers one customer or says something to all. */
export function CommentsPart({ post, author, mine }: Props) {
  const { t } = useText();
  const pages = useInfiniteQuery(commentsQuery(post));
  const remove = useDeleteComment();
  const [to, setTo] = useState<MomentComment | null>(null);
  const comments = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className={css.stack}>
      <ProblemNote problem={pages.error ?? remove.error} />
      {pages.data && comments.length === 0 && <p className={css.small}>{t("moment.talk.none")}</p>}
      <ul className={css.people}>
        {comments.map((comment) => (
          <CommentLine
            key={comment.id}
            comment={comment}
            author={author}
            onAnswer={mine && comment.byCustomer ? () => setTo(comment) : undefined}
            onDelete={() => remove.mutate(comment.id)}
          />
        ))}
      </ul>
      <MoreButton pages={pages} />
      {mine && <AnswerForm key={to?.id ?? 0} post={post} to={to} onClear={() => setTo(null)} />}
    </div>
  );
}

interface LineProps {
  comment: MomentComment;
  author: string;
  onAnswer?: () => void;
  onDelete: () => void;
}

function CommentLine({ comment, author, onAnswer, onDelete }: LineProps) {
  const { t, locale } = useText();
  const customer = comment.customer?.name;
  const who = comment.byCustomer
    ? (customer ?? "")
    : customer
      ? t("moment.talk.answered", { author, name: customer })
      : t("moment.talk.toAll", { author });
  return (
    <li className={css.comment}>
      <span className={css.name}>{who}</span>
      <span className={css.text}>{comment.text}</span>
      <span className={css.inline}>
        <span className={css.small}>{dayAndClock(comment.at, locale)}</span>
        {onAnswer && (
          <Button type="link" size="small" onClick={onAnswer}>
            {t("moment.talk.answer")}
          </Button>
        )}
        {comment.mayDelete && (
          <Popconfirm
            title={t("moment.talk.deleteAsk")}
            okText={t("moment.talk.delete")}
            cancelText={t("moment.keep")}
            onConfirm={onDelete}
          >
            <Button type="link" size="small">
              {t("moment.talk.delete")}
            </Button>
          </Popconfirm>
        )}
      </span>
    </li>
  );
}

function AnswerForm({ post, to, onClear }: { post: number; to: MomentComment | null; onClear: () => void }) {
  const { t } = useText();
  const answer = useAnswer(post);
  const [text, setText] = useState("");
  const [key, setKey] = useState(randomKey);
  const label = to?.customer ? t("moment.talk.answerTo", { name: to.customer.name }) : t("moment.talk.sayToAll");
  const send = () =>
    follow(answer.mutateAsync({ text, to: to?.id ?? null, key }), {
      onSuccess: () => {
        setText("");
        setKey(randomKey());
        onClear();
      },
    });
  return (
    <div className={css.stack}>
      <Input.TextArea
        autoFocus={to !== null}
        autoSize={{ minRows: 2, maxRows: 6 }}
        maxLength={500}
        aria-label={label}
        placeholder={label}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <ProblemNote problem={answer.error} />
      <span className={css.inline}>
        <Button type="primary" disabled={text.trim() === ""} loading={answer.isPending} onClick={send}>
          {t("moment.talk.send")}
        </Button>
        {to && <Button onClick={onClear}>{t("form.cancel")}</Button>}
      </span>
    </div>
  );
}
