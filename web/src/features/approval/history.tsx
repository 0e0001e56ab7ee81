import type { ApprovalRun, HistoryLine } from "@/api/approval-types";
import { nameOf } from "@/api/people";
import { useText } from "@/lib/i18n";
import { absolute, dayAndClock } from "@/lib/times";
import { Avatar } from "@/ui/avatar";
import { FilePiece } from "@/ui/forms/file-piece";
import { FormContext, NOTHING_AROUND } from "@/ui/forms/form-context";
import css from "./history.module.css";
import { dotOf, explains, wordsOf } from "./history-words";
import { surroundingsOf } from "./run-form";

/** Everything that happened, the oldest first. */
export function History({ run }: { run: ApprovalRun }) {
  const { t } = useText();
  return (
    <>
      <h3 className={css.subtitle}>{t("approval.history.title")}</h3>
      <FormContext value={{ ...NOTHING_AROUND, ...surroundingsOf(run) }}>
        <ol className={css.timeline}>
          {run.history.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what happened does not move
            <Line key={index} line={line} run={run} />
          ))}
        </ol>
      </FormContext>
    </>
  );
}

function Line({ line, run }: { line: HistoryLine; run: ApprovalRun }) {
  const { t, locale } = useText();
  const words = wordsOf(line, run.head.state);
  const who = line.by === null ? undefined : run.people[line.by];
  const name = (id: number) => nameOf(run.people[id]) || "?";
  const people = line.people.map(name).join(t("approval.comma"));
  return (
    <li className={css.line} data-tone={dotOf(words)}>
      <span className={css.dot} aria-hidden="true" />
      <div className={css.body}>
        <p className={css.said}>
          {who && <Avatar person={who} size={24} />}
          {who && <strong>{nameOf(who)}</strong>}
          {line.forWhom !== null && line.forWhom !== line.by && (
            <span className={css.quiet}>{t("approval.history.forWhom", { name: name(line.forWhom) })}</span>
          )}
          <span className={css.what}>{t(`approval.history.what.${words}`, { people, node: line.node })}</span>
          <time className={css.time} dateTime={line.at} title={absolute(line.at)}>
            {dayAndClock(line.at, locale)}
          </time>
        </p>
        {(line.node !== "" || explains(line)) && (
          <p className={css.quiet}>
            {[line.node, explains(line) && line.why ? t(`approval.why.${line.why}`) : ""].filter(Boolean).join(" · ")}
          </p>
        )}
        {line.fields.length > 0 && (
          <p className={css.quiet}>{t("approval.history.fields", { fields: line.fields.join(t("approval.comma")) })}</p>
        )}
        {line.text && <blockquote className={css.text}>{line.text}</blockquote>}
        {line.signature !== null && (
          <div className={css.signature}>
            <FilePiece id={line.signature} photo />
          </div>
        )}
        {line.files.length > 0 && (
          <ul className={css.files}>
            {line.files.map((file) => (
              <li key={file}>
                <FilePiece id={file} photo={false} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}
