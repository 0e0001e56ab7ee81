import { Sheet } from "./sheet";
import { usePush } from "./use-push";
import css from "./visit.module.css";
import { useWords } from "./words";

/** Whether this device tells of answers while the page is closed. */
export function PushSheet({ orgId, onClose }: { orgId: number; onClose: () => void }) {
  const { state, change, busy, alert } = usePush(orgId);
  const { t } = useWords();
  return (
    <Sheet title={t("menu.push")} onClose={onClose}>
      <p className={css.quiet}>{t("push.text")}</p>
      {state === "unsupported" && <p role="status">{t("push.unsupported")}</p>}
      {state === "blocked" && <p role="status">{t("push.blocked")}</p>}
      {state === "on" && <p role="status">{t("push.done")}</p>}
      {alert}
      {(state === "on" || state === "off") && (
        <button
          type="button"
          className={state === "on" ? css.plain : css.primary}
          disabled={busy}
          onClick={() => change(state === "off")}
        >
          {state === "on" ? t("push.off") : t("push.on")}
        </button>
      )}
    </Sheet>
  );
}
