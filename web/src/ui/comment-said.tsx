import type { ReactNode } from "react";
import { nameOf } from "@/api/people";
import type { Card, StoredFile } from "@/api/types";
import { useText } from "@/lib/i18n";
import { absolute, dayAndClock } from "@/lib/times";
import { Avatar } from "@/ui/avatar";
import { FilePiece } from "@/ui/forms/file-piece";
import { FormContext, NOTHING_AROUND } from "@/ui/forms/form-context";
import css from "@/ui/records.module.css";

interface Props {
  comment: { author: Card; text: string; files: StoredFile[]; at: string };
  address: (file: number) => Promise<string>;
  /** Beside the name and the time. */
  acts?: ReactNode;
  /** Instead of the text. */
  instead?: string;
  /** Below it. */
  children?: ReactNode;
}

/** What somebody has said about something. */
export function CommentSaid({ comment, address, acts, instead, children }: Props) {
  const { locale } = useText();
  const { author, text, files, at } = comment;
  return (
    <li className={css.comment}>
      <Avatar person={author} size={32} />
      <div className={css.said}>
        <div className={css.sayer}>
          <strong>{nameOf(author)}</strong>
          <time dateTime={at} title={absolute(at)}>
            {dayAndClock(at, locale)}
          </time>
          {acts}
        </div>
        {instead ? <p className={css.instead}>{instead}</p> : <p className={css.text}>{text}</p>}
        {files.length > 0 && (
          <FormContext value={{ ...NOTHING_AROUND, files: { known: files, address } }}>
            {files.map((file) => (
              <FilePiece key={file.id} id={file.id} photo={false} />
            ))}
          </FormContext>
        )}
        {children}
      </div>
    </li>
  );
}
