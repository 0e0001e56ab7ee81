import { useState } from "react";
import type { VisitWait } from "@/api/visit-types";
import css from "./card.module.css";
import { Face } from "./face";
import { LanguageButton } from "./language-button";
import { OwnSheet } from "./own-sheet";
import { show, useVisit } from "./store";
import shared from "./visit.module.css";
import { useWords } from "./words";

/** Nobody has taken the customer yet; the page goes on by itself when somebody does. */
export function WaitPage({ wait }: { wait: VisitWait }) {
  const { t } = useWords();
  const me = useVisit((store) => store.me);
  const proved = Boolean(me?.email || me?.phone);
  const [verifying, setVerifying] = useState(false);
  return (
    <main className={shared.page}>
      <div className={css.middle} style={{ paddingTop: "12dvh" }}>
        <LanguageButton />
        <Face id={wait.id} name={wait.title} avatar={null} size={72} />
        <h1>{t("waiting.title")}</h1>
        <p role="status">{t(wait.reason === "ACCEPTANCE" ? "waiting.acceptance" : "waiting.unassigned")}</p>
        {!proved && <p className={shared.quiet}>{t("waiting.contact")}</p>}
        {!proved && (
          <button type="button" className={shared.primary} onClick={() => setVerifying(true)}>
            {t("menu.verify")}
          </button>
        )}
        <button type="button" className={shared.plain} onClick={() => show({ name: "card" })}>
          {t("chat.toCard")}
        </button>
      </div>
      {me && verifying && <OwnSheet sheet="verify" me={me} onClose={() => setVerifying(false)} />}
    </main>
  );
}
