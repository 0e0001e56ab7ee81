import { lazy, Suspense, useEffect } from "react";
import css from "./card.module.css";
import { CardPage } from "./card-page";
import { ChatPage } from "./chat-page";
import { tellHost } from "./embed";
import type Group from "./group-place";
import { LanguageButton } from "./language-button";
import { groupOf, threadOf, useVisit, waitOf } from "./store";
import shared from "./visit.module.css";
import { load } from "./visiting";
import { WaitPage } from "./wait-page";
import { useWords } from "./words";

const GroupPlace = lazy<typeof Group>(() => import("./group-place").catch(() => ({ default: Unreached })));
const MomentsPage = lazy(() => import("./moments-page"));

/** The customer's page: a card, a wait, a chat or a group. */
export function VisitApp() {
  const note = useVisit((store) => store.note);
  useTitle();
  return (
    <>
      <CurrentView />
      <div role="status">{note && <p className={shared.note}>{note}</p>}</div>
    </>
  );
}

function CurrentView() {
  const { view, way, me } = useVisit();
  if (view.name === "closed") return <Closed why={view.why} />;
  if (view.name === "card" && way) return <CardPage way={way} />;
  if (view.name === "chat") {
    const thread = threadOf(me, view.conversation);
    if (thread) return <ChatPage thread={thread} />;
  }
  if (view.name === "moments") return <Moments conversation={view.conversation} />;
  if (view.name === "wait") {
    const wait = waitOf(me, view.id);
    if (wait) return <WaitPage wait={wait} />;
  }
  if (view.name === "group") {
    return (
      <Suspense fallback={<Loading />}>
        <GroupPlace conversation={view.conversation} />
      </Suspense>
    );
  }
  return <Loading />;
}

function Loading() {
  const { t } = useWords();
  return (
    <main className={shared.page}>
      <p className={css.middle} role="status">
        {t("loading")}
      </p>
    </main>
  );
}

function Moments({ conversation }: { conversation: number }) {
  return (
    <Suspense fallback={<Loading />}>
      <MomentsPage conversation={conversation} />
    </Suspense>
  );
}

function Unreached(_: { conversation: number | null }) {
  return <Closed why="offline" />;
}

function Closed({ why }: { why: "unknown" | "offline" | "blocked" | "erased" }) {
  const { t } = useWords();
  return (
    <main className={shared.page}>
      <div className={css.middle}>
        <h1>{t(`closed.${why}`)}</h1>
        {why === "offline" ? (
          <button type="button" className={shared.primary} onClick={() => void load()}>
            {t("retry")}
          </button>
        ) : (
          <p className={shared.quiet}>{t(`closed.${why}Text`)}</p>
        )}
        <LanguageButton />
      </div>
    </main>
  );
}

/** The name of who serves, with what is unread before it; a page around this one learns the number too. */
function useTitle() {
  const { t } = useWords();
  const { view, way, invitation, me, groups, logs } = useVisit();
  const thread = view.name === "chat" ? threadOf(me, view.conversation) : undefined;
  const name = thread?.person.name ?? way?.person?.name ?? way?.title;
  const group = view.name === "group" ? (groupOf(groups, view.conversation) ?? invitation)?.title : undefined;
  const unread = Object.values(logs).reduce((sum, { info }) => sum + info.unread, 0);
  useEffect(() => {
    const title = group ?? (name ? t("title", { name }) : t("loading"));
    document.title = unread > 0 ? t("titleUnread", { count: unread, title }) : title;
    tellHost({ qiao: "unread", count: unread });
  }, [group, name, unread, t]);
}
