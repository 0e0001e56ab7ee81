import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import type { MassPreview } from "@/api/mass-types";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { randomKey } from "@/lib/keys";
import { useDebounced } from "@/lib/use-debounced";
import { AttachmentRows } from "@/ui/attachments/attachment-rows";
import { ProblemNote } from "@/ui/problem-note";
import { type Draft, isComplete, requestOf, toGroups } from "./draft";
import css from "./mass.module.css";
import { previewQuery, useWrite } from "./use-mass";

interface Props {
  draft: Draft;
  /** A file is on its way, or did not arrive. */
  sending: boolean;
  onSent: (id: number) => void;
}

const QUIET_MS = 500;

/** What the first recipient would read, how many there are, and the button that sends it to just so many. */
export function SendPart({ draft, sending, onSent }: Props) {
  const { t } = useText();
  const [key] = useState(randomKey);
  const write = useWrite();
  const quiet = useDebounced(draft, QUIET_MS);
  const complete = isComplete(draft);
  const preview = useQuery(previewQuery(requestOf(quiet, key, null), isComplete(quiet)));
  const fresh = complete && quiet === draft && !preview.isFetching && !preview.error;
  const shown = complete ? preview.data : undefined;
  const send = () =>
    follow(write.mutateAsync(requestOf(draft, key, shown?.customers ?? 0)), {
      onSuccess: (mass) => onSent(mass.line.id),
    });
  const groups = toGroups(draft);
  const label = (found: MassPreview | undefined) => {
    if (draft.kind === "COMPANY") return t("mass.compose.sendTask", { count: found?.people ?? 0 });
    const count = found?.customers ?? 0;
    if (groups) return t(draft.sendAt === null ? "mass.compose.sendGroups" : "mass.compose.scheduleGroups", { count });
    return t(draft.sendAt === null ? "mass.compose.send" : "mass.compose.schedule", { count });
  };
  return (
    <aside className={css.side} aria-label={t("mass.compose.preview")}>
      <h2 className={css.partTitle}>{t("mass.compose.preview")}</h2>
      {!shown && <p className={css.small}>{t("mass.compose.previewHint")}</p>}
      {shown && (
        <>
          {shown.nickname !== null && <p className={css.small}>{t("mass.compose.readBy", { name: shown.nickname })}</p>}
          {shown.text !== "" && <p className={css.bubble}>{shown.text}</p>}
          <AttachmentRows items={draft.items} />
          <ul className={css.plain} aria-live="polite">
            {groups && (
              <li>
                {t("mass.compose.groups", { count: shown.customers })} ·{" "}
                {t("mass.compose.customers", { count: shown.reached })}
              </li>
            )}
            {!groups && <li>{t("mass.compose.customers", { count: shown.customers })}</li>}
            {draft.kind === "COMPANY" && <li>{t("mass.compose.peopleCount", { count: shown.people })}</li>}
            {shown.optedOut > 0 && <li>{t("mass.compose.optedOut", { count: shown.optedOut })}</li>}
            {shown.capped > 0 && <li>{t("mass.compose.capped", { count: shown.capped })}</li>}
          </ul>
        </>
      )}
      <ProblemNote problem={write.error ?? (complete ? preview.error : null)} />
      <Button
        type="primary"
        block
        disabled={!fresh || sending || (shown?.customers ?? 0) === 0}
        loading={write.isPending}
        onClick={send}
      >
        {label(shown)}
      </Button>
    </aside>
  );
}
