import { type FormEvent, useState } from "react";
import type { VisitWay } from "@/api/visit-types";
import { Sheet } from "./sheet";
import { useVisit } from "./store";
import { useAttempt } from "./use-attempt";
import css from "./visit.module.css";
import { open } from "./visiting";
import { useWords } from "./words";

const MOST_NAME = 30;

/** Before the first word: what is kept, and what to be called. Agreeing is the press of the button that says so. */
export function ConsentSheet({ way, onClose }: { way: VisitWay; onClose: () => void }) {
  const { t } = useWords();
  const me = useVisit((store) => store.me);
  const [name, setName] = useState("");
  const [working, setWorking] = useState(false);
  const { attempt, busy, alert } = useAttempt();
  const begin = (event: FormEvent) => {
    event.preventDefault();
    setWorking(false);
    void attempt(() => open(name, () => setWorking(true)));
  };
  return (
    <Sheet title={t("consent.title")} onClose={onClose}>
      <form className={css.form} onSubmit={begin}>
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
        <p className={css.quiet}>{t("consent.text", { company: way.company.name })}</p>
        {way.notice.text !== "" && (
          <details>
            <summary className={css.link} style={{ width: "fit-content", lineHeight: "36px" }}>
              {t("consent.notice")}
            </summary>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard */}
            <section className={css.notice} tabIndex={0} aria-label={t("consent.notice")}>
              {way.notice.text}
            </section>
          </details>
        )}
        {alert}
        <button type="submit" className={css.primary} disabled={busy}>
          {t(busy ? (working ? "consent.working" : "consent.starting") : "consent.agree")}
        </button>
      </form>
    </Sheet>
  );
}
