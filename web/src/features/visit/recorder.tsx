import { useEffect, useRef, useState } from "react";
import { useRecorder } from "@/lib/use-recorder";
import css from "./chat.module.css";
import { Icon } from "./icons";
import { tell } from "./store";
import shared from "./visit.module.css";
import { useWords } from "./words";

const MOST_MS = 60_000;

/** Stands in for the composer while the microphone is open; leaving it lets the microphone go. */
export default function Recorder({ onDone }: { onDone: (file: File | null) => void }) {
  const { t } = useWords();
  const { state, start, stop } = useRecorder(onDone, MOST_MS);
  const [now, setNow] = useState(() => Date.now());
  const begun = useRef(false);
  useEffect(() => {
    if (!begun.current) start();
    begun.current = true;
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [start]);
  useEffect(() => {
    if (state.name !== "failed") return;
    tell(t("composer.noMicrophone"));
    onDone(null);
  }, [state, t, onDone]);
  const seconds = state.name === "recording" ? Math.max(0, Math.round((now - state.since) / 1000)) : 0;
  return (
    <div className={css.recorder}>
      <button type="button" className={shared.sign} aria-label={t("composer.drop")} onClick={() => onDone(null)}>
        <Icon name="close" />
      </button>
      <p className={css.recordingText}>{t("composer.recording", { seconds })}</p>
      <button
        type="button"
        className={css.sendButton}
        aria-label={t("composer.stop")}
        disabled={state.name !== "recording"}
        onClick={stop}
      >
        <Icon name="send" />
      </button>
    </div>
  );
}
