import type { ReactNode } from "react";
import { Face } from "./face";
import { Sheet } from "./sheet";
import { show, useVisit, type View } from "./store";
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
  const groups = useVisit((store) => store.groups);
  const view = useVisit((store) => store.view);
  const go = (to: View) => {
    show(to);
    onChosen?.();
  };
  return (
    <ul className={css.list}>
      {me?.waits.map(({ id, title }) => (
        <Choice
          key={`wait-${id}`}
          face={<Face id={id} name={title} avatar={null} size={40} />}
          name={title}
          about={t("threads.waiting")}
          open={view.name === "wait" && view.id === id}
          onChoose={() => go({ name: "wait", id })}
        />
      ))}
      {groups.map(({ id, conversationId, title, members }) => (
        <Choice
          key={`group-${id}`}
          face={<Face id={id} name={title} avatar={null} size={40} />}
          name={title}
          about={t("threads.group", { count: members })}
          conversation={conversationId}
          open={view.name === "group" && view.conversation === conversationId}
          onChoose={() => go({ name: "group", conversation: conversationId })}
        />
      ))}
      {me?.threads.map(({ relationId, conversationId, person, open }) => (
        <Choice
          key={relationId}
          face={<Face id={person.id} name={person.name} avatar={person.avatar} size={40} />}
          name={person.name}
          about={open ? person.title : t("threads.ended")}
          conversation={conversationId}
          open={view.name === "chat" && view.conversation === conversationId}
          onChoose={() => go({ name: "chat", conversation: conversationId })}
        />
      ))}
    </ul>
  );
}

interface ChoiceProps {
  face: ReactNode;
  name: string;
  about: string;
  /** Whose unread messages are counted. */
  conversation?: number;
  open: boolean;
  onChoose: () => void;
}

function Choice({ face, name, about, conversation = 0, open, onChoose }: ChoiceProps) {
  const { t } = useWords();
  const unread = useVisit((store) => store.logs[conversation]?.info.unread ?? 0);
  return (
    <li>
      <button type="button" className={css.row} aria-current={open ? "true" : undefined} onClick={onChoose}>
        {face}
        <span className={css.lines}>
          <span className={css.name}>{name}</span>
          <span className={css.title}>{about}</span>
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
}
