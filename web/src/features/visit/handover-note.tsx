import { useEffect, useState } from "react";
import type { VisitHandOver, VisitThread } from "@/api/visit-types";
import { guestApi } from "./guest-api";
import css from "./handover.module.css";
import { useVisit } from "./store";
import { useAttempt } from "./use-attempt";
import { useWords } from "./words";

/** Somebody else is to serve, or serves now: the customer may say no, or let him read what was said before. */
export function HandoverNote({ thread }: { thread: VisitThread }) {
  const { t, locale } = useWords();
  const me = useVisit((store) => store.me); // a hint brings a new one
  const [item, setItem] = useState<VisitHandOver | null>(null);
  const { attempt, busy, wrong } = useAttempt();
  const { conversationId } = thread;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again whenever the guest was
  useEffect(() => {
    let gone = false;
    const look = async () => {
      const { items } = await guestApi.get<{ items: VisitHandOver[] }>("/api/visit/handovers");
      if (!gone) setItem(items.find((each) => each.conversationId === conversationId) ?? null);
    };
    void look().catch(() => undefined); // offline: the next hint asks again
    return () => {
      gone = true;
    };
  }, [me, conversationId]);
  if (!item) return null;
  const answer = (send: () => Promise<unknown>, left: VisitHandOver | null) =>
    void attempt(() => send().then(() => setItem(left)));
  const path = `/api/visit/handovers/${item.id}`;
  const waits = item.state === "WAITING";
  const history = (agree: boolean) =>
    answer(
      () => guestApi.put(`${path}/history`, { agree }),
      waits ? { ...item, history: agree ? "GIVEN" : "REFUSED" } : null,
    );
  const date = item.until
    ? new Date(item.until).toLocaleString(locale, { dateStyle: "short", timeStyle: "short" })
    : "";
  return (
    <section className={css.note} aria-label={t("handover.label")}>
      <p>{t(waits ? "handover.waits" : "handover.done", { to: item.to, from: item.from, date })}</p>
      {item.history === "ASKED" && <p>{t("handover.ask", { to: item.to })}</p>}
      <p className={css.do}>
        {item.history === "ASKED" && (
          <>
            <button type="button" disabled={busy} onClick={() => history(true)}>
              {t("handover.show")}
            </button>
            {!waits && (
              <button type="button" disabled={busy} onClick={() => history(false)}>
                {t("handover.hide")}
              </button>
            )}
          </>
        )}
        {waits && (
          <button type="button" disabled={busy} onClick={() => answer(() => guestApi.post(`${path}/refuse`), null)}>
            {t("handover.refuse")}
          </button>
        )}
      </p>
      {wrong && <p role="alert">{wrong}</p>}
    </section>
  );
}
