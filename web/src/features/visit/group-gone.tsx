import { useState } from "react";
import css from "./card.module.css";
import { LanguageButton } from "./language-button";
import { choices, useVisit } from "./store";
import { ThreadsSheet } from "./threads-sheet";
import shared from "./visit.module.css";
import { toCard } from "./visiting";
import { useWords } from "./words";

/** He was taken out of the group or left it, or it was closed. */
export function GroupGone() {
  const { t } = useWords();
  const others = useVisit(choices) > 0;
  const [choosing, setChoosing] = useState(false);
  return (
    <main className={shared.page}>
      <div className={css.middle}>
        <LanguageButton />
        <div role="status">
          <h1>{t("group.gone.title")}</h1>
          <p className={shared.quiet}>{t("group.gone.text")}</p>
        </div>
        {others && (
          <button type="button" className={shared.primary} onClick={() => setChoosing(true)}>
            {t("card.mine")}
          </button>
        )}
        <button type="button" className={shared.plain} onClick={() => void toCard()}>
          {t("group.gone.toCard")}
        </button>
      </div>
      {choosing && <ThreadsSheet onClose={() => setChoosing(false)} />}
    </main>
  );
}
