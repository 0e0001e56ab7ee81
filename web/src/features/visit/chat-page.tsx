import { lazy, Suspense, useEffect, useState } from "react";
import type { VisitThread } from "@/api/visit-types";
import { BusinessCard, CompanyLine } from "./business-card";
import css from "./chat.module.css";
import { ChatFoot } from "./chat-foot";
import { ChatHead } from "./chat-head";
import type { ChatSheet } from "./chat-sheets";
import { ConnectionLine } from "./connection-line";
import { asksForPush } from "./device";
import { HandoverNote } from "./handover-note";
import { PushNote } from "./push-note";
import { choices, useVisit } from "./store";
import { useThreadTalk } from "./talk";
import { ThreadLog } from "./thread-log";
import { ThreadList } from "./threads-sheet";
import { useWords } from "./words";

const bringSheets = () => import("./chat-sheets");
const ChatSheets = lazy(bringSheets);
const ArchiveNote = lazy(() => import("./archive-note").catch(() => ({ default: () => null })));

/** One thread: who serves, what was said, what to say. On a wide screen the card stands beside it. */
export function ChatPage({ thread }: { thread: VisitThread }) {
  const { t } = useWords();
  const me = useVisit((store) => store.me);
  const log = useVisit((store) => store.logs[thread.conversationId]);
  const [sheet, setSheet] = useState<ChatSheet | null>(null);
  const several = useVisit(choices) > 1;
  const talk = useThreadTalk(thread);
  const { person } = thread;
  const embedded = useVisit((store) => store.embedded);
  const wrote = log?.entries.some((entry) => me?.ids.includes(entry.sender)) ?? false;
  // Fetched while nobody waits for it: without a network it could not be.
  useEffect(() => {
    if (log) void bringSheets().catch(() => undefined);
  }, [log]);
  return (
    <div className={css.page}>
      <aside className={css.aside} aria-label={t("chat.card", { name: person.name })}>
        {me && <CompanyLine company={me.company} />}
        <BusinessCard person={person} team="" needs={[]} level={2} />
        {several && <ThreadList />}
      </aside>
      <main className={css.pane} aria-label={t("title", { name: person.name })}>
        <ChatHead thread={thread} several={several} onSheet={setSheet} />
        <ConnectionLine />
        {log ? (
          <ThreadLog key={thread.conversationId} log={log} talk={talk} />
        ) : (
          <p className={css.loading} role="status">
            {t("chat.loading")}
          </p>
        )}
        {thread.open && <HandoverNote key={`handover-${thread.conversationId}`} thread={thread} />}
        {log && (
          <Suspense>
            <ArchiveNote />
          </Suspense>
        )}
        {me && wrote && thread.open && !embedded && asksForPush(me.orgId) && <PushNote orgId={me.orgId} />}
        <ChatFoot key={`foot-${thread.conversationId}`} thread={thread} onNotice={() => setSheet("notice")} />
      </main>
      <Suspense>
        {me && sheet && <ChatSheets sheet={sheet} me={me} thread={thread} several={several} onSheet={setSheet} />}
      </Suspense>
    </div>
  );
}
