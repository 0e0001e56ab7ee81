import { PlusOutlined, SearchOutlined } from "@ant-design/icons";
import { useVirtualizer } from "@tanstack/react-virtual";
import { Input } from "antd";
import { type KeyboardEvent, lazy, Suspense, useRef, useState } from "react";
import { titleOf } from "@/lib/conversation-title";
import { useText } from "@/lib/i18n";
import { EmptyState } from "@/ui/empty-state";
import { IconButton } from "@/ui/icon-button";
import { RowSkeletons } from "@/ui/skeletons";
import { ConnectionBanner } from "./connection-banner";
import css from "./conversation-list.module.css";
import { ConversationRow } from "./conversation-row";
import { NoticesBanner } from "./notices-banner";
import { useMessaging } from "./store";
import { useOrdered } from "./use-conversations";

const NewConversation = lazy(() =>
  import("./new-conversation").then((module) => ({ default: module.NewConversation })),
);

const ROW = 68;

interface Props {
  openId: number | null;
}

/** My conversations: pinned first, then what moved last. */
export function ConversationList({ openId }: Props) {
  "use no memo"; // The virtualiser is mutable; compiled code would not see its changes.
  const { t } = useText();
  const [filter, setFilter] = useState("");
  const [creating, setCreating] = useState(false);
  const scroller = useRef<HTMLDivElement>(null);
  const ready = useMessaging((store) => store.ready);
  const all = useOrdered();
  const wanted = filter.trim().toLowerCase();
  const shown = wanted === "" ? all : all.filter(({ info }) => titleOf(info, t).toLowerCase().includes(wanted));
  const list = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    getItemKey: (index) => shown[index]?.info.id ?? index,
    overscan: 6,
  });
  return (
    <div className={css.list}>
      {openId === null && <h1 className="visually-hidden">{t("messaging.list.label")}</h1>}
      <div className={css.head}>
        <Input
          allowClear
          prefix={<SearchOutlined />}
          placeholder={t("messaging.list.filter")}
          aria-label={t("messaging.list.filter")}
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
        <IconButton icon={<PlusOutlined />} label={t("messaging.list.start")} onClick={() => setCreating(true)} />
      </div>
      <ConnectionBanner />
      <NoticesBanner />
      <div ref={scroller} className={css.scroller}>
        {shown.length > 0 && (
          <ul
            className={css.rows}
            aria-label={t("messaging.list.label")}
            style={{ height: list.getTotalSize() }}
            onKeyDown={moveBetweenRows}
          >
            {list.getVirtualItems().map((item) => {
              const log = shown[item.index];
              return (
                log && (
                  <li
                    key={item.key}
                    className={css.item}
                    style={{ height: ROW, transform: `translateY(${item.start}px)` }}
                    aria-setsize={shown.length}
                    aria-posinset={item.index + 1}
                  >
                    <ConversationRow log={log} open={log.info.id === openId} />
                  </li>
                )
              );
            })}
          </ul>
        )}
        {shown.length === 0 && !ready && <RowSkeletons label={t("messaging.list.loading")} />}
        {shown.length === 0 && ready && (
          <EmptyState
            title={t(wanted ? "messaging.list.noMatch" : "messaging.list.empty")}
            text={wanted ? undefined : t("messaging.list.emptyText")}
          />
        )}
      </div>
      <Suspense>{creating && <NewConversation onClose={() => setCreating(false)} />}</Suspense>
    </div>
  );
}

/** Arrow keys walk through the rows, Home and End go to the ends of what is drawn. */
function moveBetweenRows(event: KeyboardEvent<HTMLUListElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>("a[data-place]")];
  const at = links.indexOf(document.activeElement as HTMLElement);
  const next = links[at + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
