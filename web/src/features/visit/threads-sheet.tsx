import { Face } from "./face";
import { Sheet } from "./sheet";
import { show, useVisit } from "./store";
import css from "./threads.module.css";
import { useWords } from "./words";

/** Everybody of this company that the customer talks or talked to, and whom he waits for. */
export function ThreadsSheet({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  return (
    <Sheet title={t("threads.title")} onClose={onClose}>
      <ThreadList onChosen={onClose} />
    </Sheet>
  );
}

export function ThreadList({ onChosen }: { onChosen?: () => void }) {
  const { t } = useWords();
  const me = useVisit((store) => store.me);
  const logs = useVisit((store) => store.logs);
  const view = useVisit((store) => store.view);
  const go = (to: Parameters<typeof show>[0]) => {
    show(to);
    onChosen?.();
  };
  return (
    <ul className={css.list}>
      {me?.waits.map((wait) => (
        <li key={`wait-${wait.id}`}>
          <button
            type="button"
            className={css.row}
            aria-current={view.name === "wait" && view.id === wait.id ? "true" : undefined}
            onClick={() => go({ name: "wait", id: wait.id })}
          >
            <Face id={wait.id} name={wait.title} avatar={null} size={40} />
            <span className={css.lines}>
              <span className={css.name}>{wait.title}</span>
              <span className={css.title}>{t("threads.waiting")}</span>
            </span>
          </button>
        </li>
      ))}
      {me?.threads.map(({ relationId, conversationId, person, open }) => {
        const unread = logs[conversationId]?.info.unread ?? 0;
        return (
          <li key={relationId}>
            <button
              type="button"
              className={css.row}
              aria-current={view.name === "chat" && view.conversation === conversationId ? "true" : undefined}
              onClick={() => go({ name: "chat", conversation: conversationId })}
            >
              <Face id={person.id} name={person.name} avatar={person.avatar} size={40} />
              <span className={css.lines}>
                <span className={css.name}>{person.name}</span>
                <span className={css.title}>{open ? person.title : t("threads.ended")}</span>
              </span>
              {unread > 0 && (
                <span className={css.badge}>
                  <span aria-hidden="true">{unread > 99 ? "99+" : unread}</span>
                  <span className="visually-hidden">{t("threads.unread", { count: unread })}</span>
                </span>
              )}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
