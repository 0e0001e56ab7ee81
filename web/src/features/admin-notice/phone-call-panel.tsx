import { PhoneFilled } from "@ant-design/icons";
import { App, Button } from "antd";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { problemText } from "@/lib/problem-text";
import css from "./simulation-page.module.css";
import { type CallAction, type PhoneCall, useCallAction } from "./use-simulation";

const KEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0", "#"] as const;

/** A call that rings or is answered, over the screen of its telephone. */
export function PhoneCallPanel({ call, name }: { call: PhoneCall; name: string }) {
  const { t } = useText();
  const { message } = App.useApp();
  const act = useCallAction();
  const go = (action: CallAction) =>
    follow(act.mutateAsync({ id: call.id, ...action }), {
      onError: (error) => void message.error(problemText(t, error)),
    });
  if (call.state === "RINGING") {
    return (
      <div className={css.call} role="alertdialog" aria-label={`${t("notice.sim.ringing")} ${name}`}>
        <PhoneFilled className={css.callIcon} aria-hidden="true" />
        <p className={css.callTitle}>{t("notice.sim.ringing")}</p>
        <p className={css.callText}>{t("notice.sim.ringingHelp")}</p>
        <div className={css.callActions}>
          <Button danger onClick={() => go({ action: "REJECT" })} disabled={act.isPending}>
            {t("notice.sim.reject")}
          </Button>
          <Button type="primary" onClick={() => go({ action: "ANSWER" })} disabled={act.isPending}>
            {t("notice.sim.answer")}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div className={css.call} role="dialog" aria-label={`${t("notice.sim.talking")} ${name}`}>
      <p className={css.callTitle}>{t("notice.sim.talking")}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard */}
      <p className={css.speech} tabIndex={0}>
        {call.speech}
      </p>
      <fieldset className={css.keys} aria-label={t("notice.sim.keys")}>
        {KEYS.map((key) => (
          <button
            key={key}
            type="button"
            className={css.key}
            aria-label={t("notice.sim.press", { key })}
            disabled={act.isPending}
            onClick={() => go({ action: "PRESS", key })}
          >
            {key}
          </button>
        ))}
      </fieldset>
      <Button danger block onClick={() => go({ action: "HANG_UP" })} disabled={act.isPending}>
        {t("notice.sim.hangUp")}
      </Button>
    </div>
  );
}
