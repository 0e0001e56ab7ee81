import { DisconnectOutlined, SyncOutlined } from "@ant-design/icons";
import { useEffect, useState } from "react";
import { useText } from "@/lib/i18n";
import css from "./conversation-list.module.css";
import { socket } from "./live";
import { useMessaging } from "./store";

const PATIENCE_MS = 1_500;

/** Says that the connection is gone, once it has been gone long enough to matter. */
export function ConnectionBanner() {
  const { t } = useText();
  const connection = useMessaging((store) => store.connection);
  const [now, setNow] = useState(() => Date.now());
  const [patient, setPatient] = useState(true);
  const gone = connection.name === "waiting" || connection.name === "connecting" || connection.name === "ended";
  useEffect(() => {
    if (!gone) {
      setPatient(true);
      return;
    }
    const soon = setTimeout(() => setPatient(false), PATIENCE_MS);
    const tick = setInterval(() => setNow(Date.now()), 1_000);
    return () => {
      clearTimeout(soon);
      clearInterval(tick);
    };
  }, [gone]);
  if (!gone || patient) return null;
  const replaced = connection.name === "ended";
  const seconds = connection.name === "waiting" ? Math.max(1, Math.ceil((connection.retryAt - now) / 1000)) : 0;
  return (
    <div className={css.banner} data-tone="warning" role="status">
      {connection.name === "connecting" ? (
        <SyncOutlined spin aria-hidden="true" />
      ) : (
        <DisconnectOutlined aria-hidden="true" />
      )}
      <span className={css.bannerText}>
        {connection.name === "waiting" && t("messaging.connection.waiting", { seconds })}
        {connection.name === "connecting" && t("messaging.connection.connecting")}
        {replaced && t("messaging.connection.replaced")}
      </span>
      {connection.name !== "connecting" && (
        <button type="button" className={css.bannerAction} onClick={() => (replaced ? socket.start() : socket.nudge())}>
          {t(replaced ? "messaging.connection.here" : "messaging.connection.now")}
        </button>
      )}
    </div>
  );
}
