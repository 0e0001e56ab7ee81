import { useBlocker } from "@tanstack/react-router";
import { Modal } from "antd";
import { useText } from "@/lib/i18n";

interface Props {
  dirty: boolean;
  /** Moving between parts of the page loses nothing. */
  withinPage?: boolean;
}

/** Asks before unsaved changes are lost: by another page, by going back, by closing the tab. */
export function LeaveGuard({ dirty, withinPage = false }: Props) {
  const { t } = useText();
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => dirty && !(withinPage && current.pathname === next.pathname),
    enableBeforeUnload: () => dirty,
    withResolver: true,
  });
  return (
    <Modal
      open={status === "blocked"}
      title={t("form.discardTitle")}
      okText={t("form.discard")}
      cancelText={t("form.stay")}
      okButtonProps={{ danger: true }}
      onOk={proceed}
      onCancel={reset}
    >
      {t("form.discardText")}
    </Modal>
  );
}
