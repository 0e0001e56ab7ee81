import { Switch } from "antd";
import { useState } from "react";
import { useText } from "@/lib/i18n";
import { usePreferences } from "@/lib/preferences";
import css from "./settings-page.module.css";

/** Notifications of this browser while a page is open but not seen. */
export function DeviceNotices() {
  const { t } = useText();
  const preferences = usePreferences();
  const [permission, setPermission] = useState(() => ("Notification" in window ? Notification.permission : "denied"));
  const supported = "Notification" in window;
  const turn = async (on: boolean) => {
    if (on && Notification.permission === "default") setPermission(await Notification.requestPermission());
    preferences.change({ notifications: on && Notification.permission === "granted" });
  };
  const trouble = !window.isSecureContext
    ? t("settings.preferences.insecure")
    : !supported
      ? t("settings.preferences.unsupported")
      : permission === "denied"
        ? t("settings.preferences.blocked")
        : null;
  return (
    <fieldset className={css.choice}>
      <legend>{t("settings.preferences.notifications")}</legend>
      <div className={css.buttons}>
        <Switch
          aria-label={t("settings.preferences.notificationsOn")}
          checked={trouble === null && permission === "granted" && preferences.notifications}
          disabled={trouble !== null}
          onChange={(on) => void turn(on)}
        />
        <span>{t("settings.preferences.notificationsOn")}</span>
      </div>
      <p className={css.small}>{trouble ?? t("settings.preferences.notificationsHelp")}</p>
    </fieldset>
  );
}
