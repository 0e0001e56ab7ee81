import { useQuery } from "@tanstack/react-query";
import type { CustomerWaitProps } from "@/lib/customer-wait";
import { useText } from "@/lib/i18n";
import css from "./care.module.css";
import { workText } from "./durations";
import { LeaveButton, SettleButton } from "./settle-button";
import { useCareLive, waitQuery } from "./use-care";

/** Beside a thread: its customer waits for an answer. */
export default function WaitStrip({ conversationId }: CustomerWaitProps) {
  const { t } = useText();
  useCareLive();
  const wait = useQuery(waitQuery(conversationId)).data;
  if (!wait) return null;
  return (
    <div className={css.strip} role="status">
      <span>{t("care.strip", { time: workText(wait.workMinutes, t) })}</span>
      {wait.mine && wait.helper !== null && <LeaveButton conversationId={conversationId} />}
      <SettleButton conversationId={conversationId} name={wait.customer.name} />
    </div>
  );
}
