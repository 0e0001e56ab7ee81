import type { VisitThread } from "@/api/visit-types";
import css from "./chat.module.css";
import { Composer } from "./composer";
import { useVisit } from "./store";
import shared from "./visit.module.css";
import { toCard } from "./visiting";
import { useWords } from "./words";

interface Props {
  thread: VisitThread;
  onNotice: () => void;
}

/** The composer, or why nothing can be written now. */
export function ChatFoot({ thread, onNotice }: Props) {
  const { t } = useWords();
  const agreed = useVisit((store) => !store.me || (store.me.consent ?? 0) >= store.me.notice.version);
  if (!thread.open) {
    return (
      <div className={css.closed}>
        <p>
          <strong>{t("chat.ended")}</strong> {t("chat.endedText")}
        </p>
        <button type="button" className={shared.plain} onClick={() => void toCard()}>
          {t("chat.toCard")}
        </button>
      </div>
    );
  }
  if (!agreed) {
    return (
      <div className={css.closed}>
        <p>{t("consent.again")}</p>
        <button type="button" className={shared.primary} onClick={onNotice}>
          {t("consent.notice")}
        </button>
      </div>
    );
  }
  return (
    <>
      {!thread.served && <p className={css.unserved}>{t("chat.unserved")}</p>}
      <Composer conversation={thread.conversationId} />
    </>
  );
}
