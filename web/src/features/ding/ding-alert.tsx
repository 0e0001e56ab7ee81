import { NotificationOutlined, SoundOutlined } from "@ant-design/icons";
import { useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import { useEffect, useId, useRef, useState } from "react";
import { nameOf } from "@/api/people";
import { useText } from "@/lib/i18n";
import { usePreferences } from "@/lib/preferences";
import { absolute, dayAndClock } from "@/lib/times";
import { Avatar } from "@/ui/avatar";
import { ProblemNote } from "@/ui/problem-note";
import css from "./ding-alert.module.css";
import { RecordingPlayer } from "./ding-files";
import { OriginLine } from "./origin-line";
import { type Alarm, putOff } from "./ringing";
import { isAudible, makeAudible, ring } from "./tone";
import { useConfirm, useOpened } from "./use-dings";
import { useTitleFlash } from "./use-title-flash";

/** Over everything, with a sound, until it is confirmed or put off. The browser's own modal dialog keeps the focus inside. */
export function DingAlert({ alarm: { ding, share }, more }: { alarm: Alarm; more: number }) {
  const { t, locale } = useText();
  const navigate = useNavigate();
  const title = useId();
  const text = useId();
  const confirm = useConfirm();
  const name = nameOf(ding.sender ?? undefined);
  const own = share.as === "RECIPIENT";
  const dialog = useDialog();
  useTitleFlash(t("ding.alert.flash", { name }));
  useNotification(t("ding.alert.from", { name }), ding.text, ding.id);
  useOpened(ding.id, own);
  const audible = useRing();
  const later = () => putOff(ding.id, Date.now());
  const open = () => {
    later();
    void navigate({ to: "/dings/$dingId", params: { dingId: String(ding.id) } });
  };
  return (
    <dialog
      ref={dialog}
      tabIndex={-1}
      role="alertdialog"
      className={css.alert}
      aria-labelledby={title}
      aria-describedby={text}
      onCancel={(event) => {
        event.preventDefault();
        later();
      }}
    >
      <div className={css.card}>
        <div className={css.bell} aria-hidden="true">
          <NotificationOutlined />
        </div>
        <header className={css.head}>
          {ding.sender && <Avatar person={ding.sender} size={48} />}
          <div>
            <h2 id={title} className={css.title}>
              {t("ding.alert.from", { name })}
            </h2>
            <time className={css.when} dateTime={ding.sendAt} title={absolute(ding.sendAt)}>
              {dayAndClock(ding.sendAt, locale)}
            </time>
          </div>
        </header>
        {!own && <p className={css.standIn}>{t("ding.alert.standIn", { name: share.personName })}</p>}
        {ding.origin && <OriginLine origin={ding.origin} onOpen={later} />}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text must be scrollable by keyboard */}
        <p id={text} className={css.text} tabIndex={0}>
          {ding.text || t("ding.row.voice")}
        </p>
        {ding.recording && <RecordingPlayer ding={ding.id} />}
        <ProblemNote problem={confirm.error} />
        <div className={css.buttons}>
          <Button
            type="primary"
            size="large"
            block
            loading={confirm.isPending}
            onClick={() => confirm.mutate({ ding: ding.id, recipient: own ? null : share.recipientId })}
          >
            {own ? t("ding.alert.confirm") : t("ding.alert.confirmFor", { name: share.personName })}
          </Button>
          <div className={css.pair}>
            <Button size="large" block title={t("ding.alert.laterHelp")} onClick={later}>
              {t("ding.alert.later")}
            </Button>
            <Button size="large" block onClick={open}>
              {t("ding.alert.open")}
            </Button>
          </div>
        </div>
        <footer className={css.foot}>
          {!audible.on && (
            <Button type="text" icon={<SoundOutlined />} onClick={audible.turnOn}>
              {t("ding.alert.sound")}
            </Button>
          )}
          <span>{t("ding.alert.laterHelp")}</span>
          {more > 0 && <span className={css.more}>{t("ding.alert.queue", { count: more })}</span>}
        </footer>
      </div>
    </dialog>
  );
}

/** Opens modally and gives the focus back at the end. No button has it at first: who is just typing must not confirm. */
function useDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const held = dialog.current;
    const before = document.activeElement as HTMLElement | null;
    held?.showModal();
    held?.focus({ preventScroll: true });
    return () => {
      held?.close();
      before?.focus({ preventScroll: true });
    };
  }, []);
  return dialog;
}

/** Rings as soon as the browser lets it; any click or key in the page lets it. */
function useRing() {
  const [on, setOn] = useState(isAudible);
  useEffect(() => {
    if (on) return ring();
    let wanted = true;
    const wake = () => void makeAudible().then((audible) => wanted && audible && setOn(true));
    wake();
    window.addEventListener("pointerdown", wake);
    window.addEventListener("keydown", wake);
    return () => {
      wanted = false;
      window.removeEventListener("pointerdown", wake);
      window.removeEventListener("keydown", wake);
    };
  }, [on]);
  return { on, turnOn: () => void makeAudible().then(setOn) };
}

/** A notification of the system, when nobody looks at this window and the person has allowed them. */
function useNotification(title: string, body: string, id: number) {
  const wanted = usePreferences((store) => store.notifications);
  useEffect(() => {
    if (!wanted || document.visibilityState === "visible") return;
    if (!("Notification" in window) || Notification.permission !== "granted") return;
    const notice = new Notification(title, {
      body,
      tag: `ding-${id}`,
      icon: "/icon-192.png",
      requireInteraction: true,
    });
    notice.onclick = () => {
      window.focus();
      notice.close();
    };
    return () => notice.close();
  }, [wanted, title, body, id]);
}
