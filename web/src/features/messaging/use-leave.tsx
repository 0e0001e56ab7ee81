import { App } from "antd";
import type { Conversation } from "@/api/types";
import { useText } from "@/lib/i18n";
import { problemText } from "@/lib/problem-text";
import { leave } from "./actions";
import { titleOf } from "./words";

/** Asks, then leaves the group. An owner is told what to do first. */
export function useLeave(info: Conversation): () => void {
  const { t } = useText();
  const { modal, message } = App.useApp();
  return () => {
    if (info.role === "OWNER") {
      void message.info(t("messaging.menu.leaveOwner"));
      return;
    }
    modal.confirm({
      title: t("messaging.menu.leaveTitle", { title: titleOf(info, t) }),
      content: t("messaging.menu.leaveText"),
      okText: t("messaging.menu.leave"),
      okButtonProps: { danger: true },
      cancelText: t("messaging.cancel"),
      onOk: () => leave(info.id).catch((error) => void message.error(problemText(t, error))),
    });
  };
}
