import { useState } from "react";
import css from "./visit.module.css";
import { type Say, troubleText, useWords } from "./words";

/** Runs one request at a time: busy meanwhile, a refusal in words. */
export function useAttempt(words: (t: Say, error: unknown) => string = troubleText) {
  const { t } = useWords();
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    setWrong(null);
    try {
      await work();
    } catch (error) {
      setWrong(words(t, error));
    } finally {
      setBusy(false);
    }
  };
  const alert = wrong && (
    <p className={css.wrong} role="alert">
      {wrong}
    </p>
  );
  return { attempt, busy, wrong, alert };
}
