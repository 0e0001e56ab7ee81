import { BellOutlined } from "@ant-design/icons";
import { useState } from "react";
import { useText } from "@/lib/i18n";
import { usePreferences } from "@/lib/preferences";
import { readStored, writeStored } from "@/lib/storage";
import css from "./conversation-list.module.css";
import { mayAskForNotices } from "./notices";
import { useMessaging } from "./store";

/** Offers desktop notifications; the browser itself asks only after the button. */
export function NoticesBanner() {
  const { t } = useText();
  const ready = useMessaging((store) => store.ready);
  const [shown, setShown] = useState(() => mayAskForNotices() && readStored("noticesLater") === null);
  if (!shown || !ready) return null;
  const later = () => {
    writeStored("noticesLater", true);
    setShown(false);
  };
  const allow = async () => {
    const permission = await Notification.requestPermission();
    if (permission === "granted") usePreferences.getState().change({ notifications: true });
    setShown(false);
  };
  return (
    <div className={css.banner}>
      <BellOutlined aria-hidden="true" />
      <span className={css.bannerText}>{t("messaging.notices.ask")}</span>
      <button type="button" className={css.bannerAction} onClick={() => void allow()}>
        {t("messaging.notices.allow")}
      </button>
      <button type="button" className={css.bannerQuiet} onClick={later}>
        {t("messaging.notices.later")}
      </button>
    </div>
  );
}
