import {
  CopyOutlined,
  DownloadOutlined,
  EyeOutlined,
  NotificationOutlined,
  RollbackOutlined,
  UndoOutlined,
} from "@ant-design/icons";
import { useNavigate } from "@tanstack/react-router";
import { App, Dropdown, type MenuProps } from "antd";
import { useSession } from "@/api/session";
import type { Conversation, Entry } from "@/api/types";
import { isApp, isThread } from "@/lib/conversation-title";
import { copyText } from "@/lib/copy";
import { useText } from "@/lib/i18n";
import { problemText } from "@/lib/problem-text";
import { recall } from "./actions";
import type { ChatActs } from "./chat-acts";
import { useDownload } from "./downloads";
import { remember } from "./recalls";

export interface MenuTarget {
  entry: Entry;
  at: { x: number; y: number };
}

interface Props {
  target: MenuTarget;
  info: Conversation;
  acts: ChatActs;
  onClose: () => void;
}

const HOUR_MS = 60 * 60_000;

/** The menu of one message, where the pointer or the finger was. */
export function MessageMenu({ target, info, acts, onClose }: Props) {
  const { t } = useText();
  const { message } = App.useApp();
  const download = useDownload();
  const navigate = useNavigate();
  const session = useSession();
  const { entry, at } = target;
  const mine = entry.sender === session.member.id;
  const inTime = Date.now() - Date.parse(entry.at) < session.org.settings.recallHours * HOUR_MS;
  const mayRecall = (mine && inTime) || (info.kind === "GROUP" && info.role !== "MEMBER");
  const complain = (error: unknown) => void message.error(problemText(t, error));
  const items: NonNullable<MenuProps["items"]> = [];
  if (!isApp(info)) {
    const reply = () => acts.reply(entry);
    items.push({ key: "reply", icon: <RollbackOutlined />, label: t("messaging.message.reply"), onClick: reply });
  }
  const { card } = entry.body;
  if (entry.kind === "TEXT") {
    const copy = async () => {
      if (await copyText(selected() || (entry.body.text ?? ""))) void message.success(t("messaging.message.copied"));
    };
    items.push({ key: "copy", icon: <CopyOutlined />, label: t("messaging.message.copy"), onClick: () => void copy() });
  } else if (card) {
    const open = () => void navigate({ href: card.link });
    items.push({ key: "open", icon: <EyeOutlined />, label: t("messaging.message.openCard"), onClick: open });
  } else {
    const save = () => download(info.id, entry.seq);
    items.push({ key: "save", icon: <DownloadOutlined />, label: t("messaging.message.download"), onClick: save });
  }
  if (mine && info.kind === "GROUP" && session.org.settings.readReceipts) {
    const show = () => acts.readers(entry.seq);
    items.push({ key: "readers", icon: <EyeOutlined />, label: t("messaging.message.readers"), onClick: show });
  }
  const toDing = () => void navigate({ to: "/dings/new", search: { conversation: info.id, seq: entry.seq } });
  if (!card && !isThread(info)) {
    items.push({ key: "ding", icon: <NotificationOutlined />, label: t("ding.chat.message"), onClick: toDing });
  }
  if (mayRecall) {
    const takeBack = () => {
      if (mine && entry.kind === "TEXT") remember(info.id, entry.seq, entry.body);
      void recall(info.id, entry.seq).catch(complain);
    };
    items.push({ type: "divider" });
    items.push({ key: "recall", icon: <UndoOutlined />, label: t("messaging.message.recall"), onClick: takeBack });
  }
  return (
    <Dropdown
      open
      trigger={["click"]}
      menu={{ items, onClick: onClose }}
      autoFocus
      onOpenChange={(open) => !open && onClose()}
    >
      <span style={{ position: "fixed", left: at.x, top: at.y, width: 1, height: 1 }} />
    </Dropdown>
  );
}

function selected(): string {
  return window.getSelection()?.toString() ?? "";
}
