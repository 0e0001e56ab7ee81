import {
  ArrowLeftOutlined,
  EllipsisOutlined,
  FolderOutlined,
  NotificationOutlined,
  SettingOutlined,
  TeamOutlined,
} from "@ant-design/icons";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { nameOf, usePerson } from "@/api/people";
import type { Conversation } from "@/api/types";
import { addressOf } from "@/lib/addresses";
import { isApp, isThread } from "@/lib/conversation-title";
import { useText } from "@/lib/i18n";
import { Avatar, GroupAvatar } from "@/ui/avatar";
import { IconButton } from "@/ui/icon-button";
import { OutsideBadge } from "@/ui/outside-badge";
import css from "./chat-pane.module.css";
import type { Panel } from "./side-panel";
import { useMessaging } from "./store";

interface Props {
  info: Conversation;
  title: string;
  onPanel: (panel: Panel) => void;
  onBack?: () => void;
}

export function ChatHeader({ info, title, onPanel, onBack }: Props) {
  const { t } = useText();
  const navigate = useNavigate();
  const group = info.kind === "GROUP";
  const app = isApp(info);
  const thread = isThread(info);
  const state = info.peer?.state;
  return (
    <header className={css.header}>
      {onBack && <IconButton icon={<ArrowLeftOutlined />} label={t("messaging.chat.back")} onClick={onBack} />}
      <span className={css.headFace}>
        {info.peer ? <Avatar person={info.peer} size={36} /> : <GroupAvatar faces={info.faces ?? []} size={36} />}
      </span>
      <div className={css.headNames}>
        <div className={css.titleLine}>
          <h1 className={css.title}>{title}</h1>
          {info.external && <OutsideBadge />}
        </div>
        <p className={css.subtitle}>
          <Typing info={info} />
          {app && t("messaging.chat.app")}
          {group ? t("messaging.chat.members", { count: info.memberCount }) : (info.peer?.title ?? "")}
          {thread && t(info.closed ? "messaging.chat.ended" : "messaging.chat.customer")}
          {state === "LEFT" && t("messaging.chat.left")}
          {state === "DISABLED" && !thread && t("messaging.chat.disabled")}
        </p>
      </div>
      {info.kind === "CUSTOMER" && (
        <IconButton
          icon={<TeamOutlined />}
          label={t("messaging.drawer.customer")}
          onClick={() => onPanel({ name: "customer" })}
        />
      )}
      {group && (
        <IconButton
          icon={<TeamOutlined />}
          label={t("messaging.drawer.members")}
          onClick={() => onPanel({ name: "members" })}
        />
      )}
      {group && info.external && (
        <IconButton
          icon={<SettingOutlined />}
          label={t("messaging.chat.customerGroup")}
          onClick={() => void navigate({ href: addressOf("GROUP_OF", info.id) ?? "" })}
        />
      )}
      {!app && !thread && state === "ACTIVE" && (
        <IconButton
          icon={<NotificationOutlined />}
          label={t("ding.chat.person")}
          onClick={() => void navigate({ to: "/dings/new", search: { conversation: info.id } })}
        />
      )}
      {!app && (
        <IconButton
          icon={<FolderOutlined />}
          label={t("messaging.drawer.files")}
          onClick={() => onPanel({ name: "files" })}
        />
      )}
      <IconButton
        icon={<EllipsisOutlined />}
        label={t("messaging.chat.details")}
        onClick={() => onPanel({ name: "settings" })}
      />
    </header>
  );
}

/** "typing…", gone by itself when nothing more is heard. */
function Typing({ info }: { info: Conversation }) {
  const { t } = useText();
  const typing = useMessaging((store) => store.typing[info.id]);
  const [now, setNow] = useState(() => Date.now());
  const person = usePerson(typing?.member);
  useEffect(() => {
    setNow(Date.now());
    if (!typing) return;
    const timer = setTimeout(() => setNow(Date.now()), Math.max(0, typing.until - Date.now()) + 50);
    return () => clearTimeout(timer);
  }, [typing]);
  if (!typing || typing.until <= now) return null;
  return (
    <span className={css.typing} role="status">
      {info.kind !== "GROUP"
        ? t("messaging.chat.typing")
        : t("messaging.chat.typingName", { name: nameOf(person) })}{" "}
    </span>
  );
}
