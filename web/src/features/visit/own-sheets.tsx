import { type FormEvent, useState } from "react";
import type { ReportReason, VisitMe } from "@/api/visit-types";
import { Sheet } from "./sheet";
import { useAttempt } from "./use-attempt";
import css from "./visit.module.css";
import { agree, rename } from "./visiting";
import { useWords } from "./words";

export function NameSheet({ me, onClose }: { me: VisitMe; onClose: () => void }) {
  const { t } = useWords();
  const [name, setName] = useState(me.name);
  const { attempt, busy, alert } = useAttempt();
  const save = (event: FormEvent) => {
    event.preventDefault();
    void attempt(() => rename(name.trim(), me.replyByEmail).then(onClose));
  };
  return (
    <Sheet title={t("name.title")} onClose={onClose}>
      <form className={css.form} onSubmit={save}>
        <label className={css.field}>
          {t("name.label")}
          <input value={name} maxLength={30} onChange={(event) => setName(event.target.value)} />
        </label>
        {alert}
        <button type="submit" className={css.primary} disabled={busy || name.trim() === ""}>
          {t("name.save")}
        </button>
      </form>
    </Sheet>
  );
}

/** The privacy notice; when it has changed since the customer agreed, it asks again. */
export function NoticeSheet({ me, onClose }: { me: VisitMe; onClose: () => void }) {
  const { t } = useWords();
  const changed = (me.consent ?? 0) < me.notice.version;
  const { attempt, busy, alert } = useAttempt();
  return (
    <Sheet title={t("consent.notice")} onClose={onClose}>
      {changed && <p>{t("consent.again")}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard */}
      <section className={css.notice} tabIndex={0} aria-label={t("consent.notice")}>
        {me.notice.text}
      </section>
      {alert}
      {changed && (
        <button
          type="button"
          className={css.primary}
          disabled={busy}
          onClick={() => void attempt(() => agree(me.notice.version).then(onClose))}
        >
          {t("consent.agreeAgain")}
        </button>
      )}
    </Sheet>
  );
}

const REASONS: ReportReason[] = ["SPAM", "HARASSMENT", "FRAUD", "OTHER"];
const MOST_TEXT = 500;

export type Complaint = { reason: ReportReason; text: string };

interface EndProps {
  title: string;
  text: string;
  action: string;
  /** Whether he is asked why. */
  report: boolean;
  send: (complaint: Complaint | null) => Promise<void>;
  onClose: () => void;
}

/** Before the customer goes away for good. */
export function EndSheet({ title, text: about, action, report, send, onClose }: EndProps) {
  const { t } = useWords();
  const [reason, setReason] = useState<ReportReason>("SPAM");
  const [text, setText] = useState("");
  const { attempt, busy, alert } = useAttempt();
  return (
    <Sheet title={title} onClose={onClose}>
      <p className={css.quiet}>{about}</p>
      {report && (
        <>
          <fieldset className={css.choices}>
            <legend>{t("end.reason")}</legend>
            {REASONS.map((each) => (
              <label key={each} className={css.choice}>
                <input type="radio" name="reason" checked={reason === each} onChange={() => setReason(each)} />
                {t(`end.${each}`)}
              </label>
            ))}
          </fieldset>
          <label className={css.field}>
            {t("end.more")}
            <textarea rows={3} maxLength={MOST_TEXT} value={text} onChange={(event) => setText(event.target.value)} />
          </label>
        </>
      )}
      {alert}
      <div className={css.actions}>
        <button type="button" className={css.plain} onClick={onClose}>
          {t("cancel")}
        </button>
        <button
          type="button"
          className={css.danger}
          disabled={busy}
          onClick={() => void attempt(() => send(report ? { reason, text: text.trim() } : null).then(onClose))}
        >
          {action}
        </button>
      </div>
    </Sheet>
  );
}
