import { useEffect, useState } from "react";
import css from "./chat.module.css";
import { nudge, reconnect } from "./live";
import { useVisit } from "./store";
import shared from "./visit.module.css";
import { useWords } from "./words";

/** A short cut heals itself before anybody need know. */
const QUIET_MS = 2_500;

export function ConnectionLine() {
  const { t } = useWords();
  const { name, ...rest } = useVisit((store) => store.connection);
  const ready = useVisit((store) => store.ready);
  const kept = useVisit((store) => store.kept);
  const [late, setLate] = useState(false);
  const open = name === "open" || name === "idle";
  useEffect(() => {
    setLate(false);
    if (open) return;
    const timer = setTimeout(() => setLate(true), QUIET_MS);
    return () => clearTimeout(timer);
  }, [open]);
  if (name === "ended" && "reason" in rest && rest.reason === "replaced") {
    return (
      <p className={css.connection} role="status">
        {t("connection.replaced")}
        <button type="button" className={shared.link} onClick={reconnect}>
          {t("connection.here")}
        </button>
      </p>
    );
  }
  if (open || name === "ended" || !(late || kept)) return null;
  return (
    <p className={css.connection} role="status">
      {t(kept ? "connection.kept" : ready ? "connection.offline" : "connection.connecting")}
      {name === "waiting" && (
        <button type="button" className={shared.link} onClick={nudge}>
          {t("connection.now")}
        </button>
      )}
    </p>
  );
}
