import type { VisitThread } from "@/api/visit-types";
import css from "./chat.module.css";
import type { ChatSheet } from "./chat-sheets";
import { closeFrame } from "./embed";
import { Face } from "./face";
import { Icon } from "./icons";
import { MomentsButton } from "./moments-button";
import { useVisit } from "./store";
import shared from "./visit.module.css";
import { toCard } from "./visiting";
import { useWords } from "./words";

interface Props {
  thread: VisitThread;
  several: boolean;
  onSheet: (sheet: ChatSheet) => void;
}

export function ChatHead({ thread, several, onSheet }: Props) {
  const { t } = useWords();
  const { person, conversationId } = thread;
  const company = useVisit((store) => store.me?.company.name ?? "");
  const typing = useVisit((store) => store.typing[conversationId] !== undefined);
  const embedded = useVisit((store) => store.embedded);
  const about = person.title ? t("chat.served", { title: person.title, company }) : company;
  return (
    <header className={css.head}>
      <button
        type="button"
        className={shared.sign}
        aria-label={t(several ? "threads.title" : "chat.back")}
        onClick={() => (several ? onSheet("threads") : void toCard())}
      >
        <Icon name="back" />
      </button>
      <button
        type="button"
        className={css.who}
        aria-label={t("chat.card", { name: person.name })}
        onClick={() => onSheet("card")}
      >
        <Face id={person.id} name={person.name} avatar={person.avatar} size={36} />
      </button>
      <div className={css.names}>
        <h1 className={css.name}>{person.name}</h1>
        <p className={css.about}>{typing ? <span className={css.typing}>{t("chat.typing")}</span> : about}</p>
      </div>
      <MomentsButton conversation={conversationId} />
      <button
        type="button"
        className={shared.sign}
        aria-label={t("chat.menu")}
        aria-haspopup="dialog"
        onClick={() => onSheet("menu")}
      >
        <Icon name="more" />
      </button>
      {embedded && (
        <button type="button" className={shared.sign} aria-label={t("close")} onClick={closeFrame}>
          <Icon name="close" />
        </button>
      )}
    </header>
  );
}
