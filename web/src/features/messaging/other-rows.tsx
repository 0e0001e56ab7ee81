import { useEffect } from "react";
import { usePeople, want } from "@/api/people";
import type { Conversation, Entry } from "@/api/types";
import { isThread } from "@/lib/conversation-title";
import { useText } from "@/lib/i18n";
import type { Outgoing } from "@/lib/outgoing";
import { absolute, clock, day, dayAndClock } from "@/lib/times";
import type { ChatActs } from "./chat-acts";
import { FileContent, ImageContent } from "./media-content";
import css from "./message.module.css";
import { OutgoingState } from "./message-state";
import { QuoteBlock } from "./quote-block";
import { remembered } from "./recalls";
import { TextContent } from "./text-content";
import { namesFrom, peopleIn, recalledLine, systemLine } from "./words";

export function DayRow({ at }: { at: string }) {
  const { locale } = useText();
  return (
    <div className={css.day} title={absolute(at)}>
      {day(at, locale)} {clock(at, locale)}
    </div>
  );
}

export function TimeRow({ at }: { at: string }) {
  const { locale } = useText();
  return (
    <div className={css.centre} title={absolute(at)}>
      {dayAndClock(at, locale)}
    </div>
  );
}

export function UnreadRow() {
  const { t } = useText();
  return <div className={css.unread}>{t("messaging.chat.newMessages")}</div>;
}

export function BeginRow({ hidden }: { hidden: boolean }) {
  const { t } = useText();
  return <div className={css.centre}>{t(hidden ? "messaging.chat.beginHidden" : "messaging.chat.begin")}</div>;
}

/** One grey sentence; also the tombstone of a recalled message. */
export function LineRow({ entry, me, info, acts }: { entry: Entry; me: number; info: Conversation; acts: ChatActs }) {
  const { t } = useText();
  const cards = usePeople((store) => store.cards);
  useEffect(() => want(peopleIn(entry)), [entry]);
  const names = namesFrom(cards, me, t);
  const line = entry.recalledBy ? recalledLine(entry, t, names) : systemLine(entry, t, names, isThread(info));
  const mayReedit = entry.recalledBy?.by === me && remembered(info.id, entry.seq) !== null;
  return (
    <div className={css.centre} data-message={entry.seq} tabIndex={-1}>
      <span>{line.charAt(0).toUpperCase() + line.slice(1)}</span>
      {mayReedit && (
        <button type="button" className={css.linkButton} onClick={() => acts.reedit(entry.seq)}>
          {t("messaging.reedit")}
        </button>
      )}
    </div>
  );
}

/** A message on its way, where it will stand. */
export function OutgoingRow({ item, me, first }: { item: Outgoing; me: number; first: boolean }) {
  const { text = "", mentions = [], mentionAll = false, file } = item.body;
  const progress = item.state === "uploading" ? (item.progress ?? 0) : undefined;
  return (
    <article className={css.row} data-mine="true" data-first={first} data-outgoing={item.state}>
      <div className={css.side} />
      <div className={css.main}>
        <div className={css.line}>
          {file ? (
            <div className={css.stack}>
              {item.quote && <QuoteBlock quote={item.quote} me={me} />}
              {item.kind === "IMAGE" ? (
                <ImageContent file={file} src={item.preview} />
              ) : (
                <FileContent file={file} progress={progress} />
              )}
            </div>
          ) : (
            <div className={css.bubble}>
              {item.quote && <QuoteBlock quote={item.quote} me={me} />}
              <TextContent text={text} mentions={mentions} mentionAll={mentionAll} me={me} />
            </div>
          )}
          <span className={css.toolsSpace} />
        </div>
        <OutgoingState item={item} />
      </div>
    </article>
  );
}
