import { useEffect, useState } from "react";
import { guestApi } from "./guest-api";
import { Icon } from "./icons";
import { show, useVisit } from "./store";
import css from "./visit.module.css";
import { useWords } from "./words";

/** The way to what the people show who serve the customer; a dot says that something is new. */
export function MomentsButton({ conversation }: { conversation: number }) {
  const { t } = useWords();
  const moved = useVisit((store) => store.moments);
  const [fresh, setFresh] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again whenever something moved
  useEffect(() => {
    let gone = false;
    guestApi.get<{ fresh: boolean; answers: number }>("/api/visit/moments/news").then(
      (news) => gone || setFresh(news.fresh || news.answers > 0),
      () => undefined, // offline: the next hint asks again
    );
    return () => {
      gone = true;
    };
  }, [moved]);
  return (
    <button
      type="button"
      className={css.sign}
      aria-label={t(fresh ? "chat.momentsNew" : "chat.moments")}
      onClick={() => show({ name: "moments", conversation })}
    >
      <Icon name="moments" />
      {fresh && <span className={css.dot} />}
    </button>
  );
}
