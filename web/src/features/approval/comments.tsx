import { useInfiniteQuery } from "@tanstack/react-query";
import { Button, Mentions } from "antd";
import { useId, useState } from "react";
import type { ApprovalComment, ApprovalRun } from "@/api/approval-types";
import { nameOf } from "@/api/people";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { randomKey } from "@/lib/keys";
import { absolute, dayAndClock } from "@/lib/times";
import { Avatar } from "@/ui/avatar";
import { FilePiece } from "@/ui/forms/file-piece";
import { FormContext, NOTHING_AROUND } from "@/ui/forms/form-context";
import { FilesInput } from "@/ui/forms/input-files";
import { numbersOf } from "@/ui/forms/inputs";
import { ProblemNote } from "@/ui/problem-note";
import css from "@/ui/records.module.css";
import { useMentions } from "@/ui/use-mentions";
import { commentsQuery, fileAddress, useComment } from "./use-approvals";

const MOST = 2_000;

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
          <Comment key={comment.id} run={id} comment={comment} />
        ))}
      </ul>
      {pages.hasNextPage && (
        <Button type="text" block loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t("ui.picker.more")}
        </Button>
      )}
      <Reply id={id} />
    </section>
  );
}

function Comment({ run, comment }: { run: number; comment: ApprovalComment }) {
  const { locale } = useText();
  const { author, text, files, at } = comment;
  return (
    <li className={css.comment}>
      <Avatar person={author} size={32} />
      <div className={css.said}>
        <p className={css.sayer}>
          <strong>{nameOf(author)}</strong>
          <time dateTime={at} title={absolute(at)}>
            {dayAndClock(at, locale)}
          </time>
        </p>
        <p className={css.text}>{text}</p>
        {files.length > 0 && (
          <FormContext
            value={{ ...NOTHING_AROUND, files: { known: files, address: (file) => fileAddress(run, file) } }}
          >
            {files.map((file) => (
              <FilePiece key={file.id} id={file.id} photo={false} />
            ))}
          </FormContext>
        )}
      </div>
    </li>
  );
}

function Reply({ id }: { id: number }) {
  const { t } = useText();
  const labelId = useId();
  const comment = useComment(id);
  const [text, setText] = useState("");
  const [key, setKey] = useState(randomKey);
  const [files, setFiles] = useState<number[]>([]);
  const mentions = useMentions();
  const send = () =>
    follow(comment.mutateAsync({ key, text: text.trim(), mentions: mentions.within(text), files }), {
      onSuccess: () => {
        setText("");
        setFiles([]);
        setKey(randomKey());
      },
    });
  return (
    <div className={css.reply}>
      <Mentions
        autoSize={{ minRows: 2, maxRows: 8 }}
        maxLength={MOST}
        value={text}
        aria-label={t("approval.comments.label")}
        placeholder={t("approval.comments.placeholder")}
        options={mentions.options}
        loading={mentions.loading}
        filterOption={false}
        notFoundContent={t("approval.comments.searchPeople")}
        onSearch={mentions.search}
        onSelect={mentions.choose}
        onChange={setText}
      />
      <span id={labelId} className="visually-hidden">
        {t("approval.decide.files")}
      </span>
      <div className={css.replyLine}>
        <FilesInput
          field={{ key: "files", kind: "ATTACHMENT", label: t("approval.decide.files") }}
          id={`${labelId}-files`}
          labelId={labelId}
          describedBy={undefined}
          invalid={false}
          value={files}
          onChange={(next) => setFiles(numbersOf(next))}
        />
        <Button disabled={text.trim() === ""} loading={comment.isPending} onClick={send}>
          {t("approval.comments.send")}
        </Button>
      </div>
      <ProblemNote problem={comment.error} />
    </div>
  );
}
