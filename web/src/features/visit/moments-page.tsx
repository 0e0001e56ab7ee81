import { useEffect, useEffectEvent, useRef, useState } from "react";
import { Icon } from "./icons";
import { MomentCard } from "./moment-card";
import { useMomentWords } from "./moment-words";
import { feedPage, looked, type VisitMoment } from "./moments";
import css from "./moments.module.css";
import { show, useVisit } from "./store";
import shared from "./visit.module.css";
import { troubleText } from "./words";

/** What the people show who serve the customer, newest first. */
export default function MomentsPage({ conversation }: { conversation: number }) {
  const { m } = useMomentWords();
  return (
    <main className={shared.page} aria-label={m("title")}>
      <header className={css.head}>
        <button
          type="button"
          className={shared.sign}
          aria-label={m("back")}
          onClick={() => show({ name: "chat", conversation })}
        >
          <Icon name="back" />
        </button>
        <h1 className={css.title}>{m("title")}</h1>
      </header>
      <Feed />
    </main>
  );
}

function Feed() {
  const { m, t } = useMomentWords();
  const moved = useVisit((store) => store.moments);
  const [items, setItems] = useState<VisitMoment[] | null>(null);
  const [next, setNext] = useState<string | null>(null);
  const [wrong, setWrong] = useState<unknown>(null);
  /** Only the newest question counts: an answer from before it would repeat some, or leave some out. */
  const asked = useRef(0);
  /** Those after this one; from the newest on, at least as many as were there. */
  const bring = async (after: string | null, least = 0) => {
    const mine = ++asked.current;
    try {
      let page = await feedPage(after);
      const coming = [...page.items];
      while (coming.length < least && page.next !== null) {
        page = await feedPage(page.next);
        coming.push(...page.items);
      }
      if (mine !== asked.current) return;
      setItems((before) => (after === null ? coming : [...(before ?? []), ...coming]));
      setNext(page.next);
      setWrong(null);
      if (after === null) await looked();
    } catch (error) {
      if (mine === asked.current) setWrong(error);
    }
  };
  const renew = useEffectEvent(() => void bring(null, items?.length));
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at again whenever something moved
  useEffect(() => renew(), [moved]);
  return (
    <div className={css.feed}>
      {wrong !== null && (
        <p role="alert" className={shared.wrong}>
          {troubleText(t, wrong)}{" "}
          <button type="button" className={shared.link} onClick={() => void bring(null)}>
            {t("retry")}
          </button>
        </p>
      )}
      {items === null && wrong === null && <p role="status">{m("loading")}</p>}
      {items?.length === 0 && (
        <div className={css.none}>
          <p>{m("none")}</p>
          <p className={shared.quiet}>{m("noneText")}</p>
        </div>
      )}
      {items?.map((moment) => (
        <MomentCard key={moment.id} moment={moment} />
      ))}
      {next !== null && (
        <button type="button" className={shared.plain} onClick={() => void bring(next)}>
          {m("more")}
        </button>
      )}
    </div>
  );
}
