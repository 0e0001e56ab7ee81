import { type FormEvent, useState } from "react";
import type { VisitNotice } from "@/api/visit-types";
import { Sheet } from "./sheet";
import { useVisit } from "./store";
import { useAttempt } from "./use-attempt";
import css from "./visit.module.css";
import { useWords } from "./words";

const MOST_NAME = 30;

interface Props {
  title: string;
  /** What is kept, and who sees it. */
  text: string;
  agree: string;
  notice: VisitNotice;
  begin: (name: string, onWork: () => void) => Promise<void>;
  onClose: () => void;
}

/** Before the first word: what is kept, and what to be called. Agreeing is the press of the button that says so. */
export function ConsentSheet({ title, text, agree, notice, begin, onClose }: Props) {
  const { t } = useWords();
  const me = useVisit((store) => store.me);
  const [name, setName] = useState("");
  const [working, setWorking] = useState(false);
  const { attempt, busy, alert } = useAttempt();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setWorking(false);
    void attempt(() => begin(name, () => setWorking(true)));
  };
  return (
    <Sheet title={title} onClose={onClose}>
      <form className={css.form} onSubmit={submit}>
        {!me && (
          <label className={css.field}>
            {t("consent.name")}
            <input
              value={name}
              maxLength={MOST_NAME}
              autoComplete="nickname"
              enterKeyHint="go"
              onChange={(event) => setName(event.target.value)}
            />
          </label>
        )}
        <p className={css.quiet}>{text}</p>
        {notice.text !== "" && (
          <details>
            <summary className={css.link} style={{ width: "fit-content", lineHeight: "36px" }}>
              {t("consent.notice")}
            </summary>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard */}
            <section className={css.notice} tabIndex={0} aria-label={t("consent.notice")}>
              {notice.text}
            </section>
          </details>
        )}
        {alert}
        <button type="submit" className={css.primary} disabled={busy}>
          {busy ? t(working ? "consent.working" : "consent.starting") : agree}
        </button>
      </form>
    </Sheet>
  );
}
