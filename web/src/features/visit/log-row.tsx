import { memo } from "react";
import type { Entry } from "@/api/types";
import type { ConversationLog } from "@/lib/log";
import type { Row } from "@/lib/rows";
import { absolute, clock, day, dayAndClock } from "@/lib/times";
import css from "./chat.module.css";
import { Message, OnItsWay } from "./message";
import { useVisit } from "./store";
import type { Talk } from "./talk";
import { useWords } from "./words";

interface Props {
  row: Row;
  log: ConversationLog;
  talk: Talk;
  onPicture: (seq: number) => void;
}

export const LogRow = memo(function LogRow({ row, log, talk, onPicture }: Props) {
  const { t, locale } = useWords();
  switch (row.type) {
    case "message":
      return (
        <Message
          conversation={log.info.id}
          entry={row.entry}
          mine={row.mine}
          first={row.first}
          talk={talk}
          onPicture={onPicture}
        />
      );
    case "outgoing":
      return <OnItsWay item={row.item} first={row.first} />;
    case "system":
    case "recalled":
      return <SystemRow entry={row.entry} talk={talk} />;
    case "day":
      return (
        <p className={css.day} title={absolute(row.at)}>
          {day(row.at, locale)} {clock(row.at, locale)}
        </p>
      );
    case "time":
      return (
        <p className={css.line} title={absolute(row.at)}>
          {dayAndClock(row.at, locale)}
        </p>
      );
    case "unread":
      return <p className={css.unread}>{t("chat.unread")}</p>;
    default:
      return row.hidden ? <p className={css.line}>{t("chat.begin")}</p> : null; // the first entry says it
  }
});

/** One grey sentence; also the tombstone of a recalled message. */
function SystemRow({ entry, talk }: { entry: Entry; talk: Talk }) {
  const { t } = useWords();
  const me = useVisit((store) => store.me);
  if (!entry.recalledBy) return <p className={css.line}>{talk.line(entry)}</p>;
  const { by } = entry.recalledBy;
  const line = me?.ids.includes(by) ? t("chat.recalledMine") : t("chat.recalled", { name: talk.nameOf(by) });
  return <p className={css.line}>{line}</p>;
}
