import { Fragment, lazy, Suspense, useState } from "react";
import type { CardSummary, Entry, Quote } from "@/api/types";
import type { VisitThread } from "@/api/visit-types";
import type { Outgoing } from "@/lib/outgoing";
import { pieces } from "@/lib/text-pieces";
import { absolute, clock, dayAndClock } from "@/lib/times";
import css from "./chat.module.css";
import { Face } from "./face";
import { FileBubble, Picture, VoiceBubble } from "./file-bubble";
import { Icon } from "./icons";
import { outbox, recall } from "./live";
import { isVoice, nameOf } from "./names";
import { tell, useVisit } from "./store";
import shared from "./visit.module.css";
import { troubleText, useWords } from "./words";

const SentCard = lazy(() => import("./sent-card").catch(() => ({ default: PlainCard })));

interface Props {
  conversation: number;
  entry: Entry;
  mine: boolean;
  first: boolean;
  thread: VisitThread;
  onPicture: (seq: number) => void;
}

export function Message({ conversation, entry, mine, first, thread, onPicture }: Props) {
  const { t, locale } = useWords();
  const me = useVisit((store) => store.me);
  const [acting, setActing] = useState(false);
  const name = nameOf(me, entry.sender, t);
  const time = dayAndClock(entry.at, locale);
  const author = me?.threads.find((each) => each.person.id === entry.sender)?.person ?? thread.person;
  return (
    <article
      className={css.row}
      data-mine={mine}
      data-first={first}
      aria-label={t(mine ? "chat.mine" : "chat.theirs", { name, time })}
    >
      {!mine && (
        <span className={css.side}>
          {first && <Face id={entry.sender} name={name} avatar={avatarOf(author, entry.sender)} size={32} />}
        </span>
      )}
      <div className={css.main}>
        {!mine && first && <p className={css.author}>{name}</p>}
        <div className={css.bubbleLine}>
          <Content conversation={conversation} entry={entry} onPicture={onPicture} />
          <span className={css.beside}>
            <time dateTime={entry.at} title={absolute(entry.at)}>
              {clock(entry.at, locale)}
            </time>
            <button
              type="button"
              className={css.act}
              aria-label={t("chat.actions")}
              aria-expanded={acting}
              onClick={() => setActing((now) => !now)}
            >
              <Icon name="more" size={16} />
            </button>
          </span>
        </div>
        {acting && (
          <MessageActs conversation={conversation} entry={entry} mine={mine} onDone={() => setActing(false)} />
        )}
      </div>
    </article>
  );
}

function avatarOf(person: { id: number; avatar: string | null }, sender: number) {
  return person.id === sender ? person.avatar : null;
}

interface ContentProps {
  conversation: number;
  entry: Entry;
  onPicture: (seq: number) => void;
}

function Content({ conversation, entry, onPicture }: ContentProps) {
  const { file, card, text = "" } = entry.body;
  if (file && entry.kind === "IMAGE") {
    return <Picture file={file} place={{ conversation, seq: entry.seq }} onOpen={() => onPicture(entry.seq)} />;
  }
  if (file && isVoice(file.type)) return <VoiceBubble place={{ conversation, seq: entry.seq }} />;
  if (file) return <FileBubble file={file} place={{ conversation, seq: entry.seq }} />;
  if (card) {
    const opens = card.type === "product" || card.type === "material";
    return (
      <Suspense fallback={<PlainCard card={card} />}>
        {opens ? <SentCard card={card} conversation={conversation} /> : <PlainCard card={card} />}
      </Suspense>
    );
  }
  return (
    <div className={css.bubble}>
      {entry.quote && <QuoteBlock quote={entry.quote} />}
      <Words text={text} />
    </div>
  );
}

/** What a card said when it was sent. */
function PlainCard({ card }: { card: CardSummary; conversation?: number }) {
  return (
    <div className={css.bubble}>
      <strong>{card.title}</strong>
      {card.lines.map(([label, value]) => (
        <p key={label} className={shared.quiet}>
          {label} {value}
        </p>
      ))}
    </div>
  );
}

function QuoteBlock({ quote }: { quote: Quote }) {
  const { t } = useWords();
  const me = useVisit((store) => store.me);
  return (
    <blockquote className={css.quote}>
      {nameOf(me, quote.sender, t)}: {quote.excerpt ?? t("chat.quoteGone")}
    </blockquote>
  );
}

function Words({ text }: { text: string }) {
  return (
    <span className={css.text}>
      {pieces(text, [], false).map((piece) =>
        piece.kind === "link" ? (
          <a key={piece.from} href={piece.href} target="_blank" rel="noopener noreferrer">
            {piece.text}
          </a>
        ) : (
          <Fragment key={piece.from}>{piece.text}</Fragment>
        ),
      )}
    </span>
  );
}

interface ActsProps {
  conversation: number;
  entry: Entry;
  mine: boolean;
  onDone: () => void;
}

function MessageActs({ conversation, entry, mine, onDone }: ActsProps) {
  const { t } = useWords();
  const { text } = entry.body;
  const copy = () => {
    void navigator.clipboard?.writeText(text ?? "").catch(() => undefined);
    onDone();
  };
  const takeBack = () => {
    onDone();
    recall(conversation, entry.seq).catch((error: unknown) => tell(troubleText(t, error)));
  };
  return (
    <div className={css.acts}>
      {text && navigator.clipboard && (
        <button type="button" className={shared.link} onClick={copy}>
          {t("chat.copy")}
        </button>
      )}
      {mine && (
        <button type="button" className={shared.link} onClick={takeBack}>
          {t("chat.recall")}
        </button>
      )}
      <button type="button" className={shared.link} onClick={onDone}>
        {t("cancel")}
      </button>
    </div>
  );
}

/** A message on its way, where it will stand. */
export function OnItsWay({ item, first }: { item: Outgoing; first: boolean }) {
  const { file, text = "" } = item.body;
  const progress = item.state === "uploading" ? (item.progress ?? 0) : undefined;
  return (
    <article className={css.row} data-mine="true" data-first={first} data-outgoing={item.state}>
      <div className={css.main}>
        <div className={css.bubbleLine}>
          {!file && (
            <div className={css.bubble}>
              <Words text={text} />
            </div>
          )}
          {file && item.kind === "IMAGE" && <Picture file={file} src={item.preview ?? null} />}
          {file && item.kind !== "IMAGE" && <FileBubble file={file} progress={progress} />}
        </div>
        <OutgoingState item={item} />
      </div>
    </article>
  );
}

function OutgoingState({ item }: { item: Outgoing }) {
  const { t } = useWords();
  const open = useVisit((store) => store.connection.name === "open");
  if (item.state === "failed") {
    return (
      <p className={css.failed} role="alert">
        <Icon name="alarm" size={14} /> {t("state.failed")}
        {item.problem && ` · ${troubleText(t, item.problem)}`}
        <button type="button" className={shared.link} onClick={() => outbox.retry(item.key)}>
          {t("state.retry")}
        </button>
        <button type="button" className={shared.link} onClick={() => outbox.discard(item.key)}>
          {t("state.discard")}
        </button>
      </p>
    );
  }
  const uploading = item.state === "uploading" && open;
  return (
    <p className={css.state}>
      <Icon name="clock" size={14} />{" "}
      {uploading
        ? t("state.uploading", { part: Math.round((item.progress ?? 0) * 100) })
        : t(open ? "state.sending" : "state.waiting")}
      {item.state === "uploading" && (
        <button type="button" className={shared.link} onClick={() => outbox.discard(item.key)}>
          {t("state.stop")}
        </button>
      )}
    </p>
  );
}
