import { useEffect, useState } from "react";
import { guestApi } from "./guest-api";
import { Sheet } from "./sheet";
import { useAttempt } from "./use-attempt";
import css from "./visit.module.css";
import { useWords } from "./words";

const PATH = "/api/visit/mass-messages";

/** Whether the customer wants what the company sends to many at once. */
export function MassSheet({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const [optedOut, setOptedOut] = useState<boolean | null>(null);
  const { attempt, busy, alert } = useAttempt();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it opens
  useEffect(() => {
    void attempt(() => guestApi.get<{ optedOut: boolean }>(PATH).then((choice) => setOptedOut(choice.optedOut)));
  }, []);
  const change = (wanted: boolean) =>
    void attempt(() =>
      guestApi.put<{ optedOut: boolean }>(PATH, { optedOut: !wanted }).then((choice) => setOptedOut(choice.optedOut)),
    );
  return (
    <Sheet title={t("mass.title")} onClose={onClose}>
      <p className={css.quiet}>{t("mass.text")}</p>
      <label className={css.choice}>
        <input
          type="checkbox"
          checked={optedOut === false}
          disabled={busy || optedOut === null}
          onChange={(event) => change(event.target.checked)}
        />
        {t("mass.wanted")}
      </label>
      {alert}
    </Sheet>
  );
}
