import { lazy, Suspense, useState } from "react";
import { useSession } from "@/api/session";
import type { Entry, Quote } from "@/api/types";
import { isApp, titleOf } from "@/lib/conversation-title";
import { useText } from "@/lib/i18n";
import type { ConversationLog } from "@/lib/log";
import { ChatHeader } from "./chat-header";
import css from "./chat-pane.module.css";
import { Composer } from "./composer";
import { changeDraft, useDraft } from "./drafts";
import { History } from "./history";
import type { MenuTarget } from "./message-menu";
import { remembered } from "./recalls";
import type { Panel } from "./side-panel";
import { useDropZone } from "./use-drop-zone";
import { useSendFiles } from "./use-send-files";

const MessageMenu = lazy(() => import("./message-menu").then((module) => ({ default: module.MessageMenu })));
const ImageViewer = lazy(() => import("./image-viewer"));

interface Props {
  log: ConversationLog;
  target: { seq: number; times: number } | null;
  onPanel: (panel: Panel) => void;
  onBack?: () => void;
}

export function quoteOf(entry: Entry): Quote {
  const { text, file, card } = entry.body;
  const kind = entry.kind === "RECALL" || entry.kind === "SYSTEM" ? "TEXT" : entry.kind;
  return {
    seq: entry.seq,
    sender: entry.sender,
    kind,
    excerpt: [...(text ?? file?.name ?? card?.title ?? "")].slice(0, 100).join(""),
  };
}

/** One conversation: header, history, composer, and what floats over them. */
export function ChatPane({ log, target, onPanel, onBack }: Props) {
  const { t } = useText();
  const me = useSession().member.id;
  const { info } = log;
  const [menu, setMenu] = useState<MenuTarget | null>(null);
  const [picture, setPicture] = useState<number | null>(null);
  const [focusTimes, setFocusTimes] = useState(0);
  const draft = useDraft(info.id);
  const title = titleOf(info, t);
  const drop = useDropZone(useSendFiles(info.id));

  const acts = {
    reply: (entry: Entry) => {
      changeDraft(info.id, { replyTo: quoteOf(entry) });
      setFocusTimes((times) => times + 1);
    },
    menu: (entry: Entry, at: { x: number; y: number }) => setMenu({ entry, at }),
    readers: (seq: number) => onPanel({ name: "readers", seq }),
    picture: setPicture,
    reedit: (seq: number) => {
      const body = remembered(info.id, seq);
      if (!body) return;
      changeDraft(info.id, { text: draft.text ? `${draft.text}\n${body.text}` : (body.text ?? "") });
      setFocusTimes((times) => times + 1);
    },
  };

  return (
    <section className={css.pane} aria-label={title} {...(isApp(info) ? {} : drop.handlers)}>
      <ChatHeader info={info} title={title} onPanel={onPanel} onBack={onBack} />
      <History key={info.id} log={log} title={title} me={me} acts={acts} target={target} />
      <Composer key={`composer-${info.id}`} info={info} title={title} focusTimes={focusTimes} />
      {drop.over && <div className={css.drop}>{t("messaging.composer.drop", { title })}</div>}
      <Suspense>
        {menu && (
          <MessageMenu
            target={menu}
            info={info}
            acts={{ ...acts, jump: () => undefined }}
            onClose={() => setMenu(null)}
          />
        )}
      </Suspense>
      {picture !== null && (
        <Suspense>
          <ImageViewer log={log} seq={picture} onClose={() => setPicture(null)} />
        </Suspense>
      )}
    </section>
  );
}
