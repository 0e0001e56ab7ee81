import { useNavigate } from "@tanstack/react-router";
import { App } from "antd";
import type { Conversation } from "@/api/types";
import { titleOf } from "@/lib/conversation-title";
import { useText } from "@/lib/i18n";
import { problemText } from "@/lib/problem-text";
import { leave } from "./actions";
import { messagingState } from "./store";

/** Back to the list when the conversation on the screen is no longer mine. */
export function useCloseWhenOpen(id: number): () => void {
  const navigate = useNavigate();
  return () => {
    if (messagingState().open === id) void navigate({ to: "/messages", replace: true });
  };
}

/** Asks, then leaves the group. An owner is told what to do first. */
export function useLeave(info: Conversation): () => void {
  const { t } = useText();
  const { modal, message } = App.useApp();
  const close = useCloseWhenOpen(info.id);
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
      onOk: () => leave(info.id).then(close, (error) => void message.error(problemText(t, error))),
    });
  };
}
