import { ArrowDownOutlined, ArrowUpOutlined } from "@ant-design/icons";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from "react";
import { want } from "@/api/people";
import { useText } from "@/lib/i18n";
import type { ConversationLog } from "@/lib/log";
import { estimate, type Row } from "@/lib/rows";
import { loadNewer, loadOlder, markRead, reach, toLatest, wantReceipts } from "./actions";
import type { ChatActs } from "./chat-acts";
import css from "./history.module.css";
import { MessageRow } from "./message-row";
import { BeginRow, DayRow, LineRow, OutgoingRow, TimeRow, UnreadRow } from "./other-rows";
import { useMessaging } from "./store";
import { useHistoryRows } from "./use-history-rows";

interface Props {
  log: ConversationLog;
  title: string;
  me: number;
  acts: Omit<ChatActs, "jump">;
  /** Raised to make the history go to an entry, for instance from the list of files. */
  target: { seq: number; times: number } | null;
}

const NEAR_END = 80;
const LOAD_AHEAD = 6;
const FLASH_MS = 2_000;

/** The messages of a conversation: virtual, growing in both directions, standing still while it grows. */
export function History({ log, title, me, acts, target }: Props) {
  "use no memo"; // The virtualiser is mutable; compiled code would not see its changes.
  const { t } = useText();
  const scroller = useRef<HTMLDivElement>(null);
  const [flash, setFlash] = useState<number | null>(null);
  const [atEnd, setAtEnd] = useState(true);
  const { info, island } = log;
  const { rows, unreadFrom, outgoing } = useHistoryRows(log, me);
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => estimate(rows[index]),
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 8,
    paddingEnd: 16,
    paddingStart: 8,
    anchorTo: "end",
    followOnAppend: !island,
    scrollEndThreshold: NEAR_END,
    initialOffset: Number.MAX_SAFE_INTEGER,
  });
  const items = list.getVirtualItems();
  const firstShown = items[0]?.index ?? 0;
  const lastShown = items.at(-1)?.index ?? 0;
  const newest = log.entries.at(-1)?.seq ?? 0;

  useLayoutEffect(() => list.scrollToEnd(), [list]);
  const size = list.getTotalSize();
  // biome-ignore lint/correctness/useExhaustiveDependencies: growing may move the end without a scroll event
  useEffect(() => {
    const frame = requestAnimationFrame(() => setAtEnd(nearEnd(scroller.current)));
    return () => cancelAnimationFrame(frame);
  }, [size]);
  // An own message is always followed, from wherever it was sent.
  useEffect(() => {
    if (outgoing > 0) {
      toLatest(info.id);
      list.scrollToEnd();
    }
  }, [outgoing, info.id, list]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page that came asks whether one more is needed
  useEffect(() => {
    if (firstShown < LOAD_AHEAD) void loadOlder(info.id).catch(() => undefined);
  }, [firstShown, info.id, rows.length]);
  useEffect(() => {
    if (island && lastShown > rows.length - LOAD_AHEAD) void loadNewer(info.id).catch(() => undefined);
  }, [island, lastShown, rows.length, info.id]);
  useSeen(rows, firstShown, lastShown, me, info.id);
  useReading(info.id, newest, atEnd && !island);

  async function jump(seq: number) {
    if (!(await reach(info.id, seq))) return;
    setFlash(seq);
    setTimeout(() => setFlash(null), FLASH_MS);
  }
  const flashIndex = flash === null ? -1 : rows.findIndex((row) => "entry" in row && row.entry.seq === flash);
  useEffect(() => {
    if (flashIndex >= 0) list.scrollToIndex(flashIndex, { align: "center" });
  }, [flashIndex, list]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new wish to jump counts
  useEffect(() => {
    if (target) void jump(target.seq);
  }, [target]);

  const all: ChatActs = { ...acts, jump: (seq) => void jump(seq) };
  const stable = useStable(all);
  const missed = info.unread;
  return (
    <div className={css.frame}>
      <div
        ref={scroller}
        className={css.scroller}
        role="log"
        aria-label={t("messaging.chat.log", { title })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard
        tabIndex={0}
        onScroll={(event) => setAtEnd(nearEnd(event.currentTarget))}
        onKeyDown={moveBetweenMessages}
      >
        <div className={css.sizer} style={{ height: size }}>
          {items.map((item) => (
            <div
              key={item.key}
              ref={list.measureElement}
              data-index={item.index}
              className={css.item}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <HistoryRow row={rows[item.index]} log={log} me={me} flash={flash} acts={stable} />
            </div>
          ))}
        </div>
      </div>
      {unreadFrom !== null && (
        <FirstUnread rows={rows} firstShown={list.range?.startIndex ?? 0} from={unreadFrom} onJump={jump} />
      )}
      {(!atEnd || island) && (
        <button
          type="button"
          className={css.latest}
          onClick={() => {
            toLatest(info.id);
            requestAnimationFrame(() => list.scrollToEnd());
          }}
        >
          <ArrowDownOutlined aria-hidden="true" />
          {missed > 0 ? t("messaging.chat.latestCount", { count: missed }) : t("messaging.chat.latest")}
        </button>
      )}
    </div>
  );
}

/** Asked of the element: the virtualiser learns of its own scrolling only later. */
function nearEnd(element: HTMLElement | null): boolean {
  return element === null || element.scrollHeight - element.scrollTop - element.clientHeight <= NEAR_END;
}

interface HistoryRowProps {
  row: Row | undefined;
  log: ConversationLog;
  me: number;
  flash: number | null;
  acts: ChatActs;
}

function HistoryRow({ row, log, me, flash, acts }: HistoryRowProps) {
  switch (row?.type) {
    case "message": {
      const { entry, first } = row;
      return <MessageRow info={log.info} entry={entry} me={me} first={first} flash={flash === entry.seq} acts={acts} />;
    }
    case "outgoing":
      return <OutgoingRow item={row.item} me={me} first={row.first} />;
    case "system":
    case "recalled":
      return <LineRow entry={row.entry} me={me} info={log.info} acts={acts} />;
    case "day":
      return <DayRow at={row.at} />;
    case "time":
      return <TimeRow at={row.at} />;
    case "unread":
      return <UnreadRow />;
    case "begin":
      return <BeginRow hidden={row.hidden} />;
    default:
      return null;
  }
}

interface FirstUnreadProps {
  rows: Row[];
  firstShown: number;
  from: { seq: number; count: number };
  onJump: (seq: number) => void;
}

/** Leads up to where reading stopped, while that is out of sight. */
function FirstUnread({ rows, firstShown, from, onJump }: FirstUnreadProps) {
  const { t } = useText();
  const line = rows.findIndex((row) => row.type === "unread");
  if (line >= firstShown || from.count < 8) return null;
  return (
    <button type="button" className={css.unreadUp} onClick={() => onJump(from.seq)}>
      <ArrowUpOutlined aria-hidden="true" />
      {t("messaging.chat.firstUnread", { count: from.count })}
    </button>
  );
}

/** Names of the senders in sight, and read counts of the own messages in sight. */
function useSeen(rows: Row[], from: number, to: number, me: number, conversation: number) {
  const counted = useMessaging((store) => store.receipts[conversation] !== undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: counts that were thrown away are asked for anew
  useEffect(() => {
    const shown = rows.slice(from, to + 1).flatMap((row) => (row.type === "message" ? [row.entry] : []));
    want(shown.flatMap((entry) => [entry.sender, ...(entry.body.mentions ?? [])]));
    void wantReceipts(
      conversation,
      shown.filter((entry) => entry.sender === me).map((entry) => entry.seq),
    );
  }, [rows, from, to, me, conversation, counted]);
}

/** The newest message counts as read when it is in sight of somebody who looks. */
function useReading(conversation: number, newest: number, inSight: boolean) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: each newer entry is read anew
  useEffect(() => {
    const look = () => {
      if (inSight && document.visibilityState === "visible" && document.hasFocus()) markRead(conversation);
    };
    look();
    window.addEventListener("focus", look);
    document.addEventListener("visibilitychange", look);
    return () => {
      window.removeEventListener("focus", look);
      document.removeEventListener("visibilitychange", look);
    };
  }, [conversation, newest, inSight]);
}

/** The same object for ever, calling the newest functions: rows need not render when the pane does. */
function useStable(acts: ChatActs): ChatActs {
  const latest = useRef(acts);
  useLayoutEffect(() => {
    latest.current = acts;
  });
  const [stable] = useState<ChatActs>(() => ({
    reply: (entry) => latest.current.reply(entry),
    menu: (entry, at) => latest.current.menu(entry, at),
    jump: (seq) => latest.current.jump(seq),
    readers: (seq) => latest.current.readers(seq),
    picture: (seq) => latest.current.picture(seq),
    reedit: (seq) => latest.current.reedit(seq),
  }));
  return stable;
}

/** Arrow keys walk through the messages; from the log itself they start at the newest. */
function moveBetweenMessages(event: KeyboardEvent<HTMLDivElement>) {
  if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
  const messages = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-message]")];
  messages.sort((one, other) => Number(one.dataset.message) - Number(other.dataset.message));
  const at = messages.indexOf(document.activeElement as HTMLElement);
  const next = at < 0 ? messages.at(-1) : messages[at + (event.key === "ArrowUp" ? -1 : 1)];
  if (!next) return;
  event.preventDefault();
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
}
