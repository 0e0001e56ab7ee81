import { NotificationOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { nameOf } from "@/api/people";
import type { Conversation, Reader, ReaderPage } from "@/api/types";
import { useText } from "@/lib/i18n";
import { absolute, dayAndClock } from "@/lib/times";
import { Avatar } from "@/ui/avatar";
import { EmptyState } from "@/ui/empty-state";
import { PagedList } from "./paged-list";
import css from "./side-panel.module.css";
import { useMessaging } from "./store";
import { usePaged } from "./use-paged";

type State = "unread" | "read";

/** Who has read an own message, by name and time, live. The unread come first: they are whom one looks for. */
export default function ReadersPanel({ info, seq }: { info: Conversation; seq: number }) {
  const { t, locale } = useText();
  const [state, setState] = useState<State>("unread");
  const cache = useQueryClient();
  const receipt = useMessaging((store) => store.receipts[info.id]?.[seq]);
  const key = ["readers", info.id, seq] as const;
  const pages = usePaged<Reader, ReaderPage>([...key, state], `/api/conversations/${info.id}/entries/${seq}/readers`, {
    state,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the pushed count says that the lists have changed
  useEffect(() => {
    void cache.invalidateQueries({ queryKey: key });
  }, [receipt?.read]);
  const total = receipt?.total ?? pages.first?.total ?? 0;
  const read = receipt?.read ?? pages.first?.read ?? 0;
  const counts: Record<State, number> = { unread: Math.max(0, total - read), read };
  const label = {
    unread: t("messaging.readers.unread", { count: counts.unread }),
    read: t("messaging.readers.read", { count: counts.read }),
  };
  return (
    <>
      <div className={css.tools} role="tablist" style={{ gap: 20, height: 44, padding: "0 16px" }}>
        {(["unread", "read"] as const).map((each) => (
          <button
            key={each}
            type="button"
            role="tab"
            aria-selected={state === each}
            className={css.tab}
            onClick={() => setState(each)}
          >
            <span className="tabular">{label[each]}</span>
          </button>
        ))}
      </div>
      {state === "unread" && counts.unread > 0 && (
        <Link to="/dings/new" search={{ conversation: info.id, seq, unread: true }} className={css.ding}>
          <NotificationOutlined aria-hidden="true" /> {t("ding.chat.unread")}
        </Link>
      )}
      <PagedList
        pages={pages}
        label={label[state]}
        rowHeight={52}
        idOf={(reader) => reader.id}
        empty={
          <EmptyState title={t(state === "unread" ? "messaging.readers.allRead" : "messaging.readers.noneRead")} />
        }
        row={(reader) => (
          <div className={css.person}>
            <Avatar person={reader} size={32} />
            <span className={css.names}>
              <span className={css.name}>{nameOf(reader)}</span>
              {reader.title && <span className={css.sub}>{reader.title}</span>}
            </span>
            {reader.readAt && (
              <time className={css.when} dateTime={reader.readAt} title={absolute(reader.readAt)}>
                {dayAndClock(reader.readAt, locale)}
              </time>
            )}
          </div>
        )}
      />
    </>
  );
}
