import { useInfiniteQuery } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useState } from "react";
import type { Ding, DingComment } from "@/api/ding-types";
import { nameOf } from "@/api/people";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { randomKey } from "@/lib/keys";
import { absolute, dayAndClock } from "@/lib/times";
import { Avatar } from "@/ui/avatar";
import { MoreButton } from "@/ui/more-button";
import { ProblemNote } from "@/ui/problem-note";
import css from "./ding-detail.module.css";
import { commentsQuery, useComment } from "./use-dings";

const MOST = 2_000;

/** The thread below a DING; what came back by SMS stands in it too. */
export function Comments({ ding }: { ding: Ding }) {
  const { t } = useText();
  const pages = useInfiniteQuery(commentsQuery(ding.id));
  const comments = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className={css.part} aria-label={t("ding.comments.title")}>
      <h3 className={css.subtitle}>{t("ding.comments.title")}</h3>
      <ProblemNote problem={pages.error} />
      {pages.isSuccess && comments.length === 0 && <p className={css.note}>{t("ding.comments.empty")}</p>}
      <ul className={css.comments}>
        {comments.map((comment) => (
          <Comment key={comment.id} comment={comment} />
        ))}
      </ul>
      <MoreButton pages={pages} />
      {!ding.recalledAt && <Reply id={ding.id} />}
    </section>
  );
}

function Comment({ comment }: { comment: DingComment }) {
  const { t, locale } = useText();
  const { author, authorName, way, text, at } = comment;
  return (
    <li className={css.comment}>
      <Avatar person={author ?? { id: 0, name: authorName, avatar: null }} size={32} />
      <div className={css.said}>
        <p className={css.sayer}>
          <strong>{author ? nameOf(author) : authorName}</strong>
          {way === "SMS" && <span className={css.tag}>{t("ding.comments.bySms")}</span>}
          <time dateTime={at} title={absolute(at)}>
            {dayAndClock(at, locale)}
          </time>
        </p>
        <p className={css.text}>{text}</p>
      </div>
    </li>
  );
}

function Reply({ id }: { id: number }) {
  const { t } = useText();
  const comment = useComment(id);
  const [text, setText] = useState("");
  const [key, setKey] = useState(randomKey);
  const send = () => {
    const said = text.trim();
    if (said === "" || comment.isPending) return;
    const sent = () => {
      setText("");
      setKey(randomKey());
    };
    follow(comment.mutateAsync({ key, text: said }), { onSuccess: sent });
  };
  return (
    <div className={css.reply}>
      <Input.TextArea
        autoSize={{ minRows: 1, maxRows: 6 }}
        maxLength={MOST}
        value={text}
        aria-label={t("ding.comments.label")}
        placeholder={t("ding.comments.placeholder")}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          send();
        }}
      />
      <Button disabled={text.trim() === ""} loading={comment.isPending} onClick={send}>
        {t("ding.comments.send")}
      </Button>
      <ProblemNote problem={comment.error} />
    </div>
  );
}
