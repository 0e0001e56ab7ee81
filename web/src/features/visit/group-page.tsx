import { useEffect, useState } from "react";
import type { VisitGroup } from "@/api/visit-types";
import type { ConversationLog } from "@/lib/log";
import css from "./chat.module.css";
import { ConnectionLine } from "./connection-line";
import { asksForPush } from "./device";
import { closeFrame } from "./embed";
import { Face } from "./face";
import own from "./group.module.css";
import { GroupFoot } from "./group-foot";
import { useGroupTalk } from "./group-people";
import { type GroupSheet, GroupSheets } from "./group-sheets";
import { refreshGroups } from "./groups";
import { Icon } from "./icons";
import { PushNote } from "./push-note";
import { choices, useVisit } from "./store";
import { ThreadLog } from "./thread-log";
import { ThreadList } from "./threads-sheet";
import shared from "./visit.module.css";
import { toCard } from "./visiting";
import { useWords } from "./words";

/** A group's chat: what it is called, what its staff want everybody to know, what was said, what to say. */
export function GroupPage({ group }: { group: VisitGroup }) {
  const { t } = useWords();
  const log = useVisit((store) => store.logs[group.conversationId]);
  const company = useVisit((store) => store.me?.company.name ?? "");
  const me = useVisit((store) => store.me);
  const embedded = useVisit((store) => store.embedded);
  const several = useVisit(choices) > 1;
  const wrote = log?.entries.some((entry) => me?.ids.includes(entry.sender) && entry.no > 0) ?? false;
  const talk = useGroupTalk(group, log);
  const [sheet, setSheet] = useState<GroupSheet | null>(null);
  useNewcomers(log);
  return (
    <div className={css.page}>
      {several && (
        <aside className={css.aside} aria-label={t("threads.title")}>
          <ThreadList />
        </aside>
      )}
      <main className={css.pane} aria-label={group.title}>
        <header className={css.head}>
          <button
            type="button"
            className={shared.sign}
            aria-label={t(several ? "threads.title" : "chat.back")}
            onClick={() => (several ? setSheet("threads") : void toCard())}
          >
            <Icon name="back" />
          </button>
          <button type="button" className={css.who} onClick={() => setSheet("members")}>
            <Face id={group.id} name={group.title} avatar={null} size={36} />
            <span className="visually-hidden">{t("group.members.title")}</span>
          </button>
          <div className={css.names}>
            <h1 className={css.name}>{group.title}</h1>
            <p className={css.about}>
              <Typing conversation={group.conversationId} nameOf={talk.nameOf} />
              {t("group.about", { count: group.members, company })}
            </p>
          </div>
          <MoreSigns onMenu={() => setSheet("menu")} />
        </header>
        <ConnectionLine />
        {group.notice !== "" && (
          <button type="button" className={own.notice} onClick={() => setSheet("notice")}>
            <strong>{t("group.notice.title")}</strong>
            <span className={own.cut}>{group.notice}</span>
          </button>
        )}
        {log ? (
          <ThreadLog log={log} talk={talk} />
        ) : (
          <p className={css.loading} role="status">
            {t("chat.loading")}
          </p>
        )}
        {me && wrote && !embedded && asksForPush(me.orgId) && <PushNote orgId={me.orgId} />}
        <GroupFoot group={group} onPrivacy={() => setSheet("agreement")} />
      </main>
      {sheet && <GroupSheets sheet={sheet} group={group} several={several} onSheet={setSheet} />}
    </div>
  );
}

const LOOK_MS = 1_000;
const SPREAD_MS = 4_000;

/** Somebody came or went: asked for a while later, and not by everybody in the group at once. */
function useNewcomers(log: ConversationLog | undefined) {
  const moved = log?.entries.findLast(({ kind }) => kind === "SYSTEM")?.seq;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each such entry asks anew
  useEffect(() => {
    const wait = LOOK_MS + Math.random() * SPREAD_MS;
    const timer = setTimeout(() => void refreshGroups().catch(() => undefined), wait); // offline: the next hint asks
    return () => clearTimeout(timer);
  }, [moved]);
}

function MoreSigns({ onMenu }: { onMenu: () => void }) {
  const { t } = useWords();
  const embedded = useVisit((store) => store.embedded);
  return (
    <>
      <button type="button" className={shared.sign} aria-label={t("chat.menu")} aria-haspopup="dialog" onClick={onMenu}>
        <Icon name="more" />
      </button>
      {embedded && (
        <button type="button" className={shared.sign} aria-label={t("close")} onClick={closeFrame}>
          <Icon name="close" />
        </button>
      )}
    </>
  );
}

function Typing({ conversation, nameOf }: { conversation: number; nameOf: (id: number) => string }) {
  const { t } = useWords();
  const typing = useVisit((store) => store.typing[conversation]);
  if (!typing) return null;
  return <span className={css.typing}>{t("group.typing", { name: nameOf(typing.member) })} </span>;
}
