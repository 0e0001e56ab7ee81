import { useEffect, useState } from "react";
import type { VisitGroup } from "@/api/visit-types";
import { dayAndClock } from "@/lib/times";
import css from "./chat.module.css";
import { Composer } from "./composer";
import { useVisit } from "./store";
import shared from "./visit.module.css";
import { useWords } from "./words";

interface Props {
  group: VisitGroup;
  onPrivacy: () => void;
}

/** The composer, or why nothing can be written now. */
export function GroupFoot({ group, onPrivacy }: Props) {
  const { t, locale } = useWords();
  const agreed = useVisit((store) => !store.me || (store.me.consent ?? 0) >= store.me.notice.version);
  const muted = useMuted(group.mutedUntil);
  if (!agreed) {
    return (
      <div className={css.closed}>
        <p>{t("consent.again")}</p>
        <button type="button" className={shared.primary} onClick={onPrivacy}>
          {t("consent.notice")}
        </button>
      </div>
    );
  }
  if (group.mutedAll || muted) {
    return (
      <div className={css.closed}>
        <p role="status">
          {group.mutedAll
            ? t("group.muted.all")
            : t("group.muted.until", { date: dayAndClock(group.mutedUntil ?? "", locale) })}
        </p>
      </div>
    );
  }
  return <Composer conversation={group.conversationId} />;
}

const LONGEST_MS = 2_000_000_000;

/** True until the moment has come; ends by itself. */
function useMuted(until: string | null): boolean {
  const left = until === null ? 0 : Date.parse(until) - Date.now();
  const [, look] = useState(0);
  useEffect(() => {
    if (left <= 0) return;
    const timer = setTimeout(() => look((times) => times + 1), Math.min(left + 100, LONGEST_MS));
    return () => clearTimeout(timer);
  }, [left]);
  return left > 0;
}
