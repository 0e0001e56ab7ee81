import { BellOutlined, CheckOutlined, LogoutOutlined, NotificationOutlined, PushpinOutlined } from "@ant-design/icons";
import { useNavigate } from "@tanstack/react-router";
import { App, Dropdown, type MenuProps } from "antd";
import { isApp, isThread } from "@/lib/conversation-title";
import { useText } from "@/lib/i18n";
import type { ConversationLog } from "@/lib/log";
import { problemText } from "@/lib/problem-text";
import { markRead, prefer } from "./actions";
import { useLeave } from "./use-leave";

interface Props {
  log: ConversationLog;
  at: { x: number; y: number };
  onClose: () => void;
}

/** The menu of one conversation in the list. Loaded with the first right click. */
export default function RowMenu({ log, at, onClose }: Props) {
  const { t } = useText();
  const { info } = log;
  const { message } = App.useApp();
  const navigate = useNavigate();
  const leave = useLeave(info);
  const change = (preferences: { muted?: boolean; pinned?: boolean }) => () =>
    void prefer(info.id, preferences).catch((error) => message.error(problemText(t, error)));
  const items: NonNullable<MenuProps["items"]> = [
    {
      key: "pin",
      icon: <PushpinOutlined />,
      label: t(info.pinned ? "messaging.menu.unpin" : "messaging.menu.pin"),
      onClick: change({ pinned: !info.pinned }),
    },
    {
      key: "mute",
      icon: <BellOutlined />,
      label: t(info.muted ? "messaging.menu.unmute" : "messaging.menu.mute"),
      onClick: change({ muted: !info.muted }),
    },
  ];
  if (info.unread > 0) {
    const read = () => markRead(info.id);
    items.push({ key: "read", icon: <CheckOutlined />, label: t("messaging.menu.markRead"), onClick: read });
  }
  if (!isApp(info) && !isThread(info)) {
    items.push({
      key: "ding",
      icon: <NotificationOutlined />,
      label: t(info.kind === "GROUP" ? "ding.chat.conversation" : "ding.chat.person"),
      onClick: () => void navigate({ to: "/dings/new", search: { conversation: info.id } }),
    });
  }
  if (info.kind === "GROUP") {
    items.push({ type: "divider" });
    items.push({
      key: "leave",
      icon: <LogoutOutlined />,
      label: t("messaging.menu.leave"),
      danger: true,
      onClick: leave,
    });
  }
  return (
    <Dropdown
      open
      autoFocus
      trigger={["click"]}
      menu={{ items, onClick: onClose }}
      onOpenChange={(open) => !open && onClose()}
    >
      <span style={{ position: "fixed", left: at.x, top: at.y, width: 1, height: 1 }} />
    </Dropdown>
  );
}
