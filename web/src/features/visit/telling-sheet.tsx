import { useEffect, useState } from "react";
import type { VisitGroup } from "@/api/visit-types";
import { guestApi } from "./guest-api";
import { Sheet } from "./sheet";
import { useVisit } from "./store";
import { useAttempt } from "./use-attempt";
import css from "./visit.module.css";
import { useWords } from "./words";

interface Props {
  group: VisitGroup;
  /** On to the switch of this device, which is for all conversations. */
  onPush: () => void;
  onClose: () => void;
}

type Telling = { quiet: boolean };

/** What he is told of a group while the page is closed. */
export function TellingSheet({ group, onPush, onClose }: Props) {
  const { t } = useWords();
  const embedded = useVisit((store) => store.embedded); // a frame may not ask for notifications
  const [quiet, setQuiet] = useState<boolean | null>(null);
  const { attempt, busy, alert } = useAttempt();
  const path = `/api/visit/groups/${group.id}/telling`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when it opens
  useEffect(() => {
    void attempt(async () => setQuiet((await guestApi.get<Telling>(path)).quiet));
  }, [path]);
  const change = (wanted: boolean) => {
    setQuiet(wanted); // shown at once, and taken back when it was refused
    void attempt(async () => {
      try {
        await guestApi.put(path, { quiet: wanted });
      } catch (error) {
        setQuiet(!wanted);
        throw error;
      }
    });
  };
  return (
    <Sheet title={t("menu.push")} onClose={onClose}>
      <p className={css.quiet}>{t("group.telling.text")}</p>
      <label className={css.choice}>
        <input
          type="checkbox"
          checked={quiet ?? false}
          disabled={busy || quiet === null}
          onChange={(event) => change(event.target.checked)}
        />
        {t("group.telling.quiet")}
      </label>
      {alert}
      {!embedded && (
        <button type="button" className={css.plain} onClick={onPush}>
          {t("group.telling.device")}
        </button>
      )}
    </Sheet>
  );
}
