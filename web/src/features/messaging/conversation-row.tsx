import { BellOutlined, CheckOutlined, LogoutOutlined, PushpinFilled, PushpinOutlined } from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import { App, Dropdown, type MenuProps } from "antd";
import { useEffect } from "react";
import { usePeople, want } from "@/api/people";
import { useText } from "@/lib/i18n";
import { problemText } from "@/lib/problem-text";
import { absolute, short } from "@/lib/times";
import { Avatar, GroupAvatar } from "@/ui/avatar";
import { BellOff } from "@/ui/bell-off";
import { markRead, prefer } from "./actions";
import css from "./conversation-list.module.css";
import type { ConversationLog } from "./log";
import { useMessaging } from "./store";
import { useLeave } from "./use-leave";
import { lastLine, namesFrom, peopleIn, titleOf } from "./words";

interface Props {
  log: ConversationLog;
  open: boolean;
}

export function ConversationRow({ log, open }: Props) {
  const { t, locale } = useText();
  const { info } = log;
  const title = titleOf(info, t);
  const menu = useRowMenu(log);
  const unread = info.unread > 0 ? t("messaging.list.unread", { count: info.unread }) : "";
  return (
    <Dropdown trigger={["contextMenu"]} menu={{ items: menu }}>
      <Link
        to="/messages/$conversationId"
        params={{ conversationId: String(info.id) }}
        className={css.row}
        data-open={open}
        data-pinned={info.pinned}
        data-place={info.id}
        aria-current={open ? "page" : undefined}
      >
        {info.peer ? <Avatar person={info.peer} size={44} /> : <GroupAvatar faces={info.faces ?? []} size={44} />}
        <span className={css.lines}>
          <span className={css.top}>
            <span className={css.title}>{title}</span>
            {info.pinned && <PushpinFilled className={css.pin} aria-label={t("messaging.list.pinned")} />}
            <time className={css.time} dateTime={info.movedAt} title={absolute(info.movedAt)}>
              {short(info.movedAt, locale)}
            </time>
          </span>
          <span className={css.bottom}>
            <Preview log={log} />
            {info.muted && <BellOff label={t("messaging.list.muted")} />}
            {info.unread > 0 && (
              <span className={info.muted ? css.dot : css.badge}>
                {!info.muted && <span aria-hidden="true">{info.unread > 99 ? "99+" : info.unread}</span>}
                <span className="visually-hidden">{unread}</span>
              </span>
            )}
          </span>
        </span>
      </Link>
    </Dropdown>
  );
}

/** The newest entry in one line, behind the marks that matter more. */
function Preview({ log }: { log: ConversationLog }) {
  const { t } = useText();
  const { info, entries } = log;
  const cards = usePeople((store) => store.cards);
  const me = useMessaging((store) => store.me);
  const draft = useMessaging((store) => store.drafts[info.id]?.text);
  const open = useMessaging((store) => store.open === info.id);
  const failed = useMessaging((store) =>
    store.outbox.some((each) => each.conversation === info.id && each.state === "failed"),
  );
  const { last } = info;
  const target = last?.kind === "RECALL" ? entries.find((entry) => entry.seq === last.target) : undefined;
  useEffect(() => {
    if (last) want(peopleIn(target ?? last));
  }, [last, target]);
  const line = lastLine(info, t, namesFrom(cards, me, t), target);
  const drafted = draft && !open;
  return (
    <span className={css.preview}>
      {failed && <span className={css.alarm}>{t("messaging.list.failed")} </span>}
      {info.mentionSeq !== null && <span className={css.alarm}>{t("messaging.list.mention")} </span>}
      {drafted && <span className={css.alarm}>{t("messaging.list.draft")} </span>}
      {drafted ? draft : line.charAt(0).toUpperCase() + line.slice(1)}
    </span>
  );
}

function useRowMenu({ info }: ConversationLog): MenuProps["items"] {
  const { t } = useText();
  const { message } = App.useApp();
  const leave = useLeave(info);
  const change = (preferences: { muted?: boolean; pinned?: boolean }) => () =>
    void prefer(info.id, preferences).catch((error) => message.error(problemText(t, error)));
  const items: MenuProps["items"] = [
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
  return items;
}
