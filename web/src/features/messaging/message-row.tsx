import { MoreOutlined, RollbackOutlined } from "@ant-design/icons";
import { lazy, memo, type PointerEvent, Suspense, useRef, useState } from "react";
import { nameOf, usePerson } from "@/api/people";
import type { Card, Conversation, Entry, StoredFile } from "@/api/types";
import { isApp, isThread } from "@/lib/conversation-title";
import { useText } from "@/lib/i18n";
import { absolute, clock } from "@/lib/times";
import { Avatar } from "@/ui/avatar";
import { IconButton } from "@/ui/icon-button";
import { OutsideBadge } from "@/ui/outside-badge";
import { PersonCard } from "@/ui/person-card";
import { CardContent } from "./card-content";
import type { ChatActs } from "./chat-acts";
import { thumbnailUrl } from "./downloads";
import { FileContent, ImageContent } from "./media-content";
import { placeOf } from "./menu-place";
import css from "./message.module.css";
import { SentState } from "./message-state";
import { QuoteBlock } from "./quote-block";
import { TextContent } from "./text-content";

const VoiceContent = lazy(() => import("./voice-content"));

const LONG_PRESS_MS = 500;

interface Props {
  info: Conversation;
  entry: Entry;
  me: number;
  first: boolean;
  flash: boolean;
  acts: ChatActs;
}

function Body({ info, entry, me, acts }: Props) {
  const place = { conversation: info.id, seq: entry.seq };
  const { file } = entry.body;
  const quote = entry.quote && <QuoteBlock quote={entry.quote} me={me} onOpen={acts.jump} />;
  if (entry.kind === "TEXT") {
    const { text = "", mentions = [], mentionAll = false } = entry.body;
    return (
      <div className={css.bubble}>
        {quote}
        <TextContent text={text} mentions={mentions} mentionAll={mentionAll} me={me} />
      </div>
    );
  }
  if (entry.body.card) {
    return (
      <div className={css.stack}>
        <CardContent card={entry.body.card} />
      </div>
    );
  }
  if (!file) return null;
  const src = file.thumbnail ? thumbnailUrl(info.id, entry.seq) : undefined;
  return (
    <div className={css.stack}>
      {quote}
      {entry.kind === "IMAGE" ? (
        <ImageContent file={file} src={src} onOpen={() => acts.picture(entry.seq)} />
      ) : (
        <Attached file={file} place={place} />
      )}
    </div>
  );
}

/** Apps and customers have no card in the directory. */
function hasCard(person: Card): boolean {
  return person.kind === "MEMBER";
}

/** Recordings can be heard where they stand. */
function Attached({ file, place }: { file: StoredFile; place: { conversation: number; seq: number } }) {
  const plain = <FileContent file={file} place={place} />;
  if (!file.type.startsWith("audio/")) return plain;
  return (
    <Suspense fallback={plain}>
      <VoiceContent file={file} place={place} />
    </Suspense>
  );
}

/** Opens the menu after a finger has rested on the message. */
function useLongPress(open: (at: { x: number; y: number }) => void) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const stop = () => clearTimeout(timer.current);
  const onPointerDown = (event: PointerEvent) => {
    if (event.pointerType !== "touch") return;
    const at = { x: event.clientX, y: event.clientY };
    timer.current = setTimeout(() => open(at), LONG_PRESS_MS);
  };
  return { onPointerDown, onPointerUp: stop, onPointerMove: stop, onPointerCancel: stop };
}

// Memoised by hand: the virtual list around it renders on each scroll and is not compiled.
export const MessageRow = memo(function MessageRow(props: Props) {
  const { info, entry, me, first, flash, acts } = props;
  const { t, locale } = useText();
  const [hovered, setHovered] = useState(false);
  const sender = usePerson(entry.sender);
  const mine = entry.sender === me;
  const name = nameOf(sender);
  const time = clock(entry.at, locale);
  const group = info.kind === "GROUP"; // where he is one of several
  const press = useLongPress((at) => acts.menu(entry, at));
  return (
    <article
      className={flash ? `${css.row} ${css.flash}` : css.row}
      data-mine={mine}
      data-first={first}
      data-message={entry.seq}
      tabIndex={-1}
      aria-label={mine ? t("messaging.message.mine", { time }) : t("messaging.message.label", { name, time })}
      onPointerEnter={(event) => event.pointerType === "mouse" && setHovered(true)}
      onPointerLeave={() => setHovered(false)}
      onContextMenu={(event) => {
        if ((event.target as Element).closest("a")) return;
        event.preventDefault();
        acts.menu(entry, placeOf(event));
      }}
    >
      <div className={css.side}>
        {first && sender && !hasCard(sender) && <Avatar person={sender} size={36} />}
        {first && sender && hasCard(sender) && (
          <PersonCard person={sender}>
            <button type="button" className={css.face} aria-label={name}>
              <Avatar person={sender} size={36} />
            </button>
          </PersonCard>
        )}
      </div>
      <div className={css.main}>
        {first && !mine && info.kind !== "DIRECT" && (
          <span className={css.name}>
            {name} {group && sender?.kind === "CUSTOMER" && <OutsideBadge />}
          </span>
        )}
        <div className={css.line} {...press}>
          <Body {...props} />
          {hovered ? (
            <Tools entry={entry} acts={acts} time={time} answers={!isApp(info)} />
          ) : (
            <span className={css.toolsSpace} />
          )}
        </div>
        {mine && !isThread(info) && (
          <SentState
            conversation={info.id}
            seq={entry.seq}
            direct={info.kind !== "GROUP"}
            onOpen={() => acts.readers(entry.seq)}
          />
        )}
      </div>
    </article>
  );
});

interface ToolsProps {
  entry: Entry;
  acts: ChatActs;
  time: string;
  /** False where nobody can answer. */
  answers: boolean;
}

function Tools({ entry, acts, time, answers }: ToolsProps) {
  const { t } = useText();
  return (
    <div className={css.toolsSpace}>
      <time className={css.hoverTime} dateTime={entry.at} title={absolute(entry.at)}>
        {time}
      </time>
      <div className={css.tools} role="toolbar" aria-label={t("messaging.message.actions")}>
        {answers && (
          <IconButton
            size="small"
            icon={<RollbackOutlined />}
            label={t("messaging.message.reply")}
            onClick={() => acts.reply(entry)}
          />
        )}
        <IconButton
          size="small"
          icon={<MoreOutlined />}
          label={t("messaging.message.more")}
          onClick={(event) => {
            const box = event.currentTarget.getBoundingClientRect();
            acts.menu(entry, { x: box.left, y: box.bottom + 4 });
          }}
        />
      </div>
    </div>
  );
}
