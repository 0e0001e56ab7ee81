import { lazy, Suspense, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { type ConversationLog, firstSeq } from "@/lib/log";
import { rowsOf } from "@/lib/rows";
import css from "./chat.module.css";
import { Icon } from "./icons";
import { loadOlder, markRead } from "./live";
import { LogRow } from "./log-row";
import { asOwn, excerpt } from "./names";
import { useVisit } from "./store";
import type { Talk } from "./talk";
import { useWords } from "./words";

const Viewer = lazy(() => import("./viewer"));

const NEAR_END = 80;
const LOAD_AHEAD = 400;

/** The messages of a conversation: the newest below, older ones fetched while scrolling up, standing still meanwhile. */
export function ThreadLog({ log, talk }: { log: ConversationLog; talk: Talk }) {
  const { t } = useWords();
  const guest = useVisit((store) => store.me);
  const me = guest?.id ?? 0;
  const outbox = useVisit((store) => store.outbox);
  const scroller = useRef<HTMLDivElement>(null);
  const [atEnd, setAtEnd] = useState(true);
  const [picture, setPicture] = useState<number | null>(null);
  const { info } = log;
  const entries = useMemo(() => asOwn(log.entries, guest), [log.entries, guest]);
  const [opened] = useState({ readSeq: info.readSeq, unread: info.unread });
  const own = useMemo(() => outbox.filter((each) => each.conversation === info.id), [outbox, info.id]);
  const rows = useMemo(
    () =>
      rowsOf({
        entries,
        outbox: own,
        me,
        fromSeq: info.fromSeq,
        readSeq: opened.unread > 0 && opened.readSeq > 1 ? opened.readSeq : null, // not above the very first words
      }),
    [entries, own, me, info.fromSeq, opened],
  );
  const older = useOlder(scroller, log);
  useStandingStill(scroller, atEnd, firstSeq(log), rows.length);
  useReading(info.id, entries.at(-1)?.seq ?? 0, atEnd);
  // An own message is always followed, from wherever it was sent.
  useLayoutEffect(() => {
    if (own.length > 0) toEnd(scroller.current);
  }, [own.length]);

  return (
    <div className={css.frame}>
      <div
        ref={scroller}
        className={css.scroller}
        role="log"
        aria-live="off"
        aria-label={t("chat.log", { name: talk.title })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard
        tabIndex={0}
        onScroll={(event) => {
          setAtEnd(nearEnd(event.currentTarget));
          if (event.currentTarget.scrollTop < LOAD_AHEAD) older.load();
        }}
      >
        {older.busy && <p className={css.line}>{t("chat.older")}</p>}
        {rows.map((row) => (
          <LogRow key={row.key} row={row} log={log} talk={talk} onPicture={setPicture} />
        ))}
      </div>
      <Announcer log={log} talk={talk} />
      {!atEnd && (
        <button type="button" className={css.latest} onClick={() => toEnd(scroller.current)}>
          <Icon name="down" size={16} />
          {info.unread > 0 ? t("chat.latestCount", { count: info.unread }) : t("chat.latest")}
        </button>
      )}
      <Suspense>{picture !== null && <Viewer log={log} seq={picture} onClose={() => setPicture(null)} />}</Suspense>
    </div>
  );
}

function nearEnd(element: HTMLElement): boolean {
  return element.scrollHeight - element.scrollTop - element.clientHeight <= NEAR_END;
}

function toEnd(element: HTMLElement | null) {
  if (element) element.scrollTop = element.scrollHeight;
}

type Scroller = React.RefObject<HTMLDivElement | null>;

/** Loads what came before, also when the first entries do not fill the screen. */
function useOlder(scroller: Scroller, log: ConversationLog) {
  const [busy, setBusy] = useState(false);
  const loading = useRef(false);
  const { id } = log.info;
  const open = useVisit((store) => store.connection.name === "open");
  const load = () => {
    if (!open || loading.current || firstSeq(log) <= Math.max(1, log.info.fromSeq)) return;
    loading.current = true;
    setBusy(true);
    void loadOlder(id).finally(() => {
      loading.current = false;
      setBusy(false);
    });
  };
  const short = () => (scroller.current?.scrollTop ?? LOAD_AHEAD) < LOAD_AHEAD;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each page that came asks whether one more is needed
  useEffect(() => {
    if (!busy && short()) load();
  }, [id, firstSeq(log), busy, open]);
  return { busy, load };
}

/** At the end it stays at the end, also when the keyboard opens; elsewhere what is looked at does not move when older entries come. */
function useStandingStill(scroller: Scroller, atEnd: boolean, first: number, count: number) {
  const before = useRef({ first, height: 0 });
  // biome-ignore lint/correctness/useExhaustiveDependencies: every row that comes or goes changes the height
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    if (atEnd) toEnd(element);
    else if (first < before.current.first) element.scrollTop += element.scrollHeight - before.current.height;
    before.current = { first, height: element.scrollHeight };
  }, [first, count]);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const watch = new ResizeObserver(() => atEnd && toEnd(element));
    watch.observe(element);
    return () => watch.disconnect();
  }, [scroller, atEnd]);
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

/** Says what the other side writes, once and politely; history that is loaded is not read out. */
function Announcer({ log, talk }: { log: ConversationLog; talk: Talk }) {
  const { t } = useWords();
  const me = useVisit((store) => store.me);
  const [from] = useState(log.entries.at(-1)?.seq ?? 0);
  const last = log.entries.at(-1);
  const spoken = last && last.seq > from && !me?.ids.includes(last.sender) && last.no > 0 && !last.recalledBy;
  const said =
    spoken && (last.kind === "TEXT" || last.kind === "IMAGE" || last.kind === "FILE" || last.kind === "CARD");
  return (
    <p className="visually-hidden" aria-live="polite">
      {said ? t("chat.newFrom", { name: talk.nameOf(last.sender), text: excerpt(last, t) }) : ""}
    </p>
  );
}
