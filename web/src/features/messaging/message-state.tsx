import { CheckCircleOutlined, ClockCircleOutlined, ExclamationCircleFilled } from "@ant-design/icons";
import { Problem } from "@/api/http";
import { useText } from "@/lib/i18n";
import type { Outgoing } from "@/lib/outgoing";
import { problemText } from "@/lib/problem-text";
import css from "./message.module.css";
import { outbox } from "./outbox";
import { useMessaging } from "./store";

interface SentProps {
  conversation: number;
  seq: number;
  direct: boolean;
  onOpen: () => void;
}

/** Under an own message: who has still to read it. Opens the lists. */
export function SentState({ conversation, seq, direct, onOpen }: SentProps) {
  const { t } = useText();
  const receipt = useMessaging((store) => store.receipts[conversation]?.[seq]);
  if (!receipt || receipt.total === 0) return <span className={css.state} />;
  const unread = receipt.total - receipt.read;
  const words = direct
    ? t(unread > 0 ? "messaging.state.notRead" : "messaging.state.read")
    : unread > 0
      ? t("messaging.state.unread", { count: unread })
      : t("messaging.state.allRead");
  if (direct) return <span className={unread > 0 ? css.stateOpen : css.state}>{words}</span>;
  return (
    <button
      type="button"
      className={unread > 0 ? css.stateOpen : css.state}
      onClick={onOpen}
      aria-label={`${words}, ${t("messaging.state.open")}`}
    >
      {unread === 0 && <CheckCircleOutlined aria-hidden="true" />} {words}
    </button>
  );
}

/** Under a message on its way: a clock, or why it failed and what can be done. */
export function OutgoingState({ item }: { item: Outgoing }) {
  const { t } = useText();
  if (item.state === "failed") {
    const problem = item.problem ? new Problem(0, item.problem.code, item.problem.params) : null;
    return (
      <span className={css.failed} role="alert">
        <ExclamationCircleFilled aria-hidden="true" /> {problem ? problemText(t, problem) : t("messaging.state.failed")}
        <button type="button" className={css.linkButton} onClick={() => outbox.retry(item.key)}>
          {t("messaging.state.retry")}
        </button>
        <button type="button" className={css.linkButton} onClick={() => outbox.discard(item.key)}>
          {t("messaging.state.discard")}
        </button>
      </span>
    );
  }
  return (
    <span className={css.state}>
      <ClockCircleOutlined aria-hidden="true" />{" "}
      {item.state === "uploading"
        ? t("messaging.state.uploading", { part: Math.round((item.progress ?? 0) * 100) })
        : t("messaging.state.sending")}
      {item.state === "uploading" && (
        <button type="button" className={css.linkButton} onClick={() => outbox.discard(item.key)}>
          {t("messaging.state.stop")}
        </button>
      )}
    </span>
  );
}
