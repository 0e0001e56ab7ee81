import { App, Button, Dropdown } from "antd";
import type { SettleReason } from "@/api/care-types";
import { follow } from "@/lib/follow";
import { useText } from "@/lib/i18n";
import { ProblemNote } from "@/ui/problem-note";
import { useLeave, useSettle } from "./use-care";

const REASONS: readonly SettleReason[] = ["ENDED", "ELSEWHERE", "UNWANTED"];

/** "No answer needed", with its reason. */
export function SettleButton({ conversationId, name }: { conversationId: number; name: string }) {
  const { t } = useText();
  const { message } = App.useApp();
  const settle = useSettle();
  const done = (reason: SettleReason) =>
    follow(settle.mutateAsync({ conversationId, reason }), {
      onSuccess: () => void message.success(t("care.waits.settled", { name })),
    });
  return (
    <>
      <Dropdown
        trigger={["click"]}
        menu={{
          items: REASONS.map((reason) => ({ key: reason, label: t(`care.waits.reason.${reason}`) })),
          onClick: ({ key }) => done(key as SettleReason),
        }}
      >
        <Button size="small" loading={settle.isPending} aria-label={t("care.waits.settleOf", { name })}>
          {t("care.waits.settle")}
        </Button>
      </Dropdown>
      <ProblemNote problem={settle.error} />
    </>
  );
}

/** For whoever was asked in: back to the one who serves the customer. */
export function LeaveButton({ conversationId }: { conversationId: number }) {
  const { t } = useText();
  const leave = useLeave();
  return (
    <>
      <Button size="small" loading={leave.isPending} onClick={() => leave.mutate(conversationId)}>
        {t("care.waits.leave")}
      </Button>
      <ProblemNote problem={leave.error} />
    </>
  );
}
