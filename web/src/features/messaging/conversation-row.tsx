import { PushpinFilled } from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useState } from "react";
import { usePeople, want } from "@/api/people";
import { titleOf } from "@/lib/conversation-title";
import { useText } from "@/lib/i18n";
import type { ConversationLog } from "@/lib/log";
import { absolute, short } from "@/lib/times";
import { Avatar, GroupAvatar } from "@/ui/avatar";
import { BellOff } from "@/ui/bell-off";
import { OutsideBadge } from "@/ui/outside-badge";
import css from "./conversation-list.module.css";
import { placeOf } from "./menu-place";
import { useMessaging } from "./store";
import { lastLine, namesFrom, peopleIn } from "./words";

const RowMenu = lazy(() => import("./row-menu"));

interface Props {
  log: ConversationLog;
  open: boolean;
}

export function ConversationRow({ log, open }: Props) {
  const { t, locale } = useText();
  const { info } = log;
  const title = titleOf(info, t);
  const [menu, setMenu] = useState<{ x: number; y: number } | null>(null);
  const unread = info.unread > 0 ? t("messaging.list.unread", { count: info.unread }) : "";
  return (
    <>
      <Link
        to="/messages/$conversationId"
        params={{ conversationId: String(info.id) }}
        className={css.row}
        data-open={open}
        data-pinned={info.pinned}
        data-place={info.id}
        aria-current={open ? "page" : undefined}
        onContextMenu={(event) => {
          event.preventDefault();
          setMenu(placeOf(event));
        }}
      >
        {info.peer ? <Avatar person={info.peer} size={44} /> : <GroupAvatar faces={info.faces ?? []} size={44} />}
        <span className={css.lines}>
          <span className={css.top}>
            <span className={css.title}>{title}</span>
            {info.external && <OutsideBadge />}
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
      <Suspense>{menu && <RowMenu log={log} at={menu} onClose={() => setMenu(null)} />}</Suspense>
    </>
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
  const spoken = last?.kind === "TEXT" && !last.recalledBy;
  return (
    <span className={css.preview}>
      {failed && <span className={css.alarm}>{t("messaging.list.failed")} </span>}
      {info.mentionSeq !== null && <span className={css.alarm}>{t("messaging.list.mention")} </span>}
      {drafted && <span className={css.alarm}>{t("messaging.list.draft")} </span>}
      {drafted ? draft : spoken ? line : line.charAt(0).toUpperCase() + line.slice(1)}
    </span>
  );
}
