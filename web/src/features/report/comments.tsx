import { DeleteOutlined } from "@ant-design/icons";
import { useInfiniteQuery } from "@tanstack/react-query";
import { App, Button, Mentions } from "antd";
import { useState } from "react";
import { nameOf } from "@/api/people";
import type { Report, ReportComment } from "@/api/report-types";
import { useSession } from "@/api/session";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { randomKey } from "@/lib/keys";
import { problemText } from "@/lib/problem-text";
import { absolute, dayAndClock } from "@/lib/times";
import { Avatar } from "@/ui/avatar";
import { IconButton } from "@/ui/icon-button";
import { ProblemNote } from "@/ui/problem-note";
import css from "@/ui/records.module.css";
import { useMentions } from "@/ui/use-mentions";
import { commentsQuery, useComment } from "./use-reports";

const MOST = 2_000;

/** What readers say to it; whoever is mentioned may read it from then on. */
export function Comments({ report }: { report: Report }) {
  const { t } = useText();
  const id = report.head.id;
  const pages = useInfiniteQuery(commentsQuery(id));
  const comments = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className={css.part} aria-label={t("report.comments.title")}>
      <h3 className={css.subtitle}>{t("report.comments.title")}</h3>
      <ProblemNote problem={pages.error} />
      {comments.length > 0 && (
        <ul className={css.comments}>
          {comments.map((comment) => (
            <Comment key={comment.id} report={id} comment={comment} />
          ))}
        </ul>
      )}
      {pages.hasNextPage && (
        <Button type="text" block loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t("ui.picker.more")}
        </Button>
      )}
      {!report.head.withdrawn && <Reply id={id} />}
    </section>
  );
}

function Comment({ report, comment }: { report: number; comment: ReportComment }) {
  const { t, locale } = useText();
  const { message } = App.useApp();
  const me = useSession().member.id;
  const { remove } = useComment(report);
  const { id, author, text, at } = comment;
  return (
    <li className={css.comment}>
      <Avatar person={author} size={32} />
      <div className={css.said}>
        <p className={css.sayer}>
          <strong>{nameOf(author)}</strong>
          <time dateTime={at} title={absolute(at)}>
            {dayAndClock(at, locale)}
          </time>
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
        </p>
        <p className={css.text}>{text}</p>
      </div>
    </li>
  );
}

function Reply({ id }: { id: number }) {
  const { t } = useText();
  const { create } = useComment(id);
  const [text, setText] = useState("");
  const [key, setKey] = useState(randomKey);
  const mentions = useMentions();
  const send = () =>
    follow(create.mutateAsync({ key, text: text.trim(), mentions: mentions.within(text) }), {
      onSuccess: () => {
        setText("");
        setKey(randomKey());
      },
    });
  return (
    <div className={css.reply}>
      <Mentions
        autoSize={{ minRows: 2, maxRows: 8 }}
        maxLength={MOST}
        value={text}
        aria-label={t("report.comments.label")}
        placeholder={t("report.comments.placeholder")}
        options={mentions.options}
        loading={mentions.loading}
        filterOption={false}
        notFoundContent={t("report.comments.searchPeople")}
        onSearch={mentions.search}
        onSelect={mentions.choose}
        onChange={setText}
      />
      <div className={css.replyLine}>
        <span className={css.grow} />
        <Button disabled={text.trim() === ""} loading={create.isPending} onClick={send}>
          {t("report.comments.send")}
        </Button>
      </div>
      <ProblemNote problem={create.error} />
    </div>
  );
}
