import { Button, Mentions } from "antd";
import { useId, useState } from "react";
import { nameOf } from "@/api/people";
import type { Card } from "@/api/types";
import { useText } from "@/lib/i18n";
import { randomKey } from "@/lib/keys";
import { useFilesUnderWay } from "@/ui/forms/fresh-files";
import { FilesInput } from "@/ui/forms/input-files";
import { numbersOf } from "@/ui/forms/inputs";
import { ProblemNote } from "@/ui/problem-note";
import css from "@/ui/records.module.css";
import { useMentions } from "@/ui/use-mentions";

const MOST = 2_000;

export interface CommentBody {
  key: string;
  text: string;
  mentions: number[];
  files: number[];
}

export interface CommentWords {
  label: string;
  placeholder: string;
  searchPeople: string;
  files: string;
  send: string;
}

interface Props {
  words: CommentWords;
  /** Whom it answers; stands in it as a mention. */
  to?: Card;
  autoFocus?: boolean;
  pending: boolean;
  problem: unknown;
  onSend: (body: CommentBody, sent: () => void) => void;
  onCancel?: () => void;
}

/** Where people write what they say about something: a text with mentions, and files. */
export function CommentBox({ words, to, autoFocus = false, pending, problem, onSend, onCancel }: Props) {
  const { t } = useText();
  const labelId = useId();
  const [text, setText] = useState(to ? `@${nameOf(to)} ` : "");
  const [key, setKey] = useState(randomKey);
  const [files, setFiles] = useState<number[]>([]);
  const mentions = useMentions(to);
  const underWay = useFilesUnderWay();
  const send = () =>
    onSend({ key, text: text.trim(), mentions: mentions.within(text), files }, () => {
      setText("");
      setFiles([]);
      setKey(randomKey());
    });
  return (
    <div className={css.reply}>
      <Mentions
        autoSize={{ minRows: 2, maxRows: 8 }}
        maxLength={MOST}
        autoFocus={autoFocus}
        value={text}
        aria-label={words.label}
        placeholder={words.placeholder}
        options={mentions.options}
        loading={mentions.loading}
        filterOption={false}
        notFoundContent={words.searchPeople}
        onSearch={mentions.search}
        onSelect={mentions.choose}
        onChange={setText}
      />
      <span id={labelId} className="visually-hidden">
        {words.files}
      </span>
      <div className={css.replyLine}>
        <FilesInput
          field={{ key: "files", kind: "ATTACHMENT", label: words.files }}
          id={`${labelId}-files`}
          labelId={labelId}
          describedBy={undefined}
          invalid={false}
          value={files}
          onChange={(next) => setFiles(numbersOf(next))}
        />
        <span className={css.replyActs}>
          {onCancel && <Button onClick={onCancel}>{t("form.cancel")}</Button>}
          <Button disabled={text.trim() === "" || underWay} loading={pending} onClick={send}>
            {words.send}
          </Button>
        </span>
      </div>
      <ProblemNote problem={problem} />
    </div>
  );
}
