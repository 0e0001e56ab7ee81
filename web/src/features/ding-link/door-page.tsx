import { type ReactNode, useEffect, useState } from "react";
import type { PublicDing } from "@/api/ding-types";
import { api, Problem } from "@/api/http";
import { useText } from "@/lib/i18n";
import { absolute, dayAndClock } from "@/lib/times";
import { BridgeMark } from "@/ui/bridge-mark";
import css from "./door-page.module.css";

type Door = { name: "loading" } | { name: "open"; ding: PublicDing } | { name: "closed"; why: Why };
type Why = "unknown" | "expired" | "offline";

/** What somebody sees who got a link by SMS or e-mail and has no session: one text, one button. */
export function DoorPage({ token }: { token: string }) {
  const { t } = useText();
  const [door, setDoor] = useState<Door>({ name: "loading" });
  const address = `/api/public/dings/${encodeURIComponent(token)}`;
  const load = () => {
    setDoor({ name: "loading" });
    api.get<PublicDing>(address).then(
      (ding) => setDoor({ name: "open", ding }),
      (error) => setDoor({ name: "closed", why: whyOf(error) }),
    );
  };
  useEffect(load, [address]);
  return (
    <main className={css.page}>
      <div className={css.card}>
        {door.name === "loading" && (
          <p role="status" className={css.quiet}>
            {t("door.loading")}
          </p>
        )}
        {door.name === "closed" && <Closed why={door.why} onRetry={load} />}
        {door.name === "open" && (
          <Open
            ding={door.ding}
            address={address}
            onChange={(ding) => setDoor({ name: "open", ding })}
            onClosed={(why) => setDoor({ name: "closed", why })}
            onRecalled={load}
          />
        )}
      </div>
      <footer className={css.foot}>
        <BridgeMark size={20} />
      </footer>
    </main>
  );
}

function whyOf(error: unknown): Why {
  const status = error instanceof Problem ? error.status : 0;
  if (status === 410) return "expired";
  return status === 404 ? "unknown" : "offline";
}

function Closed({ why, onRetry }: { why: Why; onRetry: () => void }) {
  const { t } = useText();
  if (why === "offline") {
    return (
      <Result title={t("door.offline")}>
        <button type="button" className={css.button} onClick={onRetry}>
          {t("door.retry")}
        </button>
      </Result>
    );
  }
  return (
    <Result title={t(`door.${why}`)}>
      <p className={css.quiet}>{t(`door.${why}Text`)}</p>
    </Result>
  );
}

function Result({ title, good = false, children }: { title: string; good?: boolean; children: ReactNode }) {
  return (
    <div className={css.result} role="status">
      <h1 className={css.title} data-good={good || undefined}>
        {title}
      </h1>
      {children}
    </div>
  );
}

interface OpenProps {
  ding: PublicDing;
  address: string;
  onChange: (ding: PublicDing) => void;
  onClosed: (why: Why) => void;
  /** Taken back while the page was open: shown anew. */
  onRecalled: () => void;
}

function Open(props: OpenProps) {
  const { ding, address } = props;
  const { t, locale } = useText();
  const { sender, company, person, text, state } = ding;
  if (state === "CLOSED") {
    return (
      <Result title={t("door.closed")}>
        <p className={css.quiet}>{t("door.closedText")}</p>
      </Result>
    );
  }
  if (state === "RECALLED") {
    return (
      <Result title={t("door.recalled")}>
        <p className={css.quiet}>{t("door.recalledText", { sender })}</p>
      </Result>
    );
  }
  return (
    <>
      <header>
        <p className={css.from}>{t("door.from", { sender, company })}</p>
        <time className={css.quiet} dateTime={ding.sendAt} title={absolute(ding.sendAt)}>
          {dayAndClock(ding.sendAt, locale)}
        </time>
      </header>
      {person && <p>{t(ding.standsIn ? "door.standsIn" : "door.to", { person })}</p>}
      {text && <p className={css.text}>{text}</p>}
      {ding.hasRecording && <Recording address={`${address}/recording`} alone={text === ""} />}
      {state === "WAITING" && <Confirm {...props} />}
      {state === "CONFIRMED" && (
        <Result title={t("door.done")} good>
          <p className={css.quiet}>{t("door.doneText", { sender })}</p>
        </Result>
      )}
      {(state === "GAVE_UP" || state === "REFUSED") && (
        <Result title={t("door.expired")}>
          <p className={css.quiet}>{t("door.expiredText")}</p>
        </Result>
      )}
    </>
  );
}

/** Fetched when somebody presses play: the line may be slow and paid by the megabyte. */
function Recording({ address, alone }: { address: string; alone: boolean }) {
  const { t } = useText();
  const [failed, setFailed] = useState(false);
  return (
    <section className={css.recording} aria-label={t("door.recording")}>
      <p>{t(alone ? "door.voice" : "door.recording")}</p>
      {/* biome-ignore lint/a11y/useMediaCaption: a voice message has no captions */}
      <audio
        className={css.audio}
        controls
        preload="none"
        src={address}
        aria-label={t("door.recording")}
        onError={() => setFailed(true)}
        onPlaying={() => setFailed(false)}
      />
      {failed && (
        <p className={css.failed} role="alert">
          {t("door.notPlayed")}
        </p>
      )}
    </section>
  );
}

/** Only a press confirms: a preview that fetches the page does not. */
function Confirm({ ding, address, onChange, onClosed, onRecalled }: OpenProps) {
  const { t } = useText();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const confirm = async () => {
    setBusy(true);
    setFailed(false);
    try {
      onChange(await api.post<PublicDing>(`${address}/confirm`));
    } catch (error) {
      const why = whyOf(error);
      if (error instanceof Problem && error.status === 409) onRecalled();
      else if (why === "offline") setFailed(true);
      else onClosed(why);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      {failed && (
        <p className={css.failed} role="alert">
          {t("door.notConfirmed")}
        </p>
      )}
      <button type="button" className={css.button} disabled={busy} onClick={() => void confirm()}>
        {busy
          ? t("door.confirming")
          : ding.standsIn
            ? t("door.confirmFor", { person: ding.person })
            : t("door.confirm")}
      </button>
    </>
  );
}
