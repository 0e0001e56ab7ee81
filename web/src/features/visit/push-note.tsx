import { useState } from "react";
import { dropPushNote } from "./device";
import css from "./handover.module.css";
import { tell } from "./store";
import { useAttempt } from "./use-attempt";
import { useWords } from "./words";

/** Whether the browser could ask: it has not been told yet. */
const open = () =>
  window.isSecureContext && "PushManager" in window && "Notification" in window && Notification.permission !== "denied";

/** Asked once on a device, after the customer has written: whether it shall tell him of answers. The browser asks only after a click. */
export function PushNote({ orgId }: { orgId: number }) {
  const { t } = useWords();
  const { attempt, busy, alert } = useAttempt();
  const [over, setOver] = useState(!open());
  const drop = () => {
    dropPushNote();
    setOver(true);
  };
  const accept = async () => {
    const { isRefusal, switchPushOn } = await import("./push");
    try {
      await switchPushOn(orgId);
      tell(t("push.done"));
    } catch (error) {
      if (!isRefusal(error)) throw error;
      tell(t(`push.${error.why}`));
    }
    drop();
  };
  if (over) return null;
  return (
    <section className={css.note} aria-label={t("menu.push")}>
      <p>{t("push.ask")}</p>
      {alert}
      <p className={css.do}>
        <button type="button" disabled={busy} onClick={() => void attempt(accept)}>
          {t("push.on")}
        </button>
        <button type="button" onClick={drop}>
          {t("push.later")}
        </button>
      </p>
    </section>
  );
}
