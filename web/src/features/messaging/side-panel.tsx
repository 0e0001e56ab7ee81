import { CloseOutlined } from "@ant-design/icons";
import { lazy, Suspense, useEffect, useRef } from "react";
import { isApp } from "@/lib/conversation-title";
import { customerPanel } from "@/lib/customer-panel";
import { useText } from "@/lib/i18n";
import type { ConversationLog } from "@/lib/log";
import { useWide } from "@/lib/media";
import { IconButton } from "@/ui/icon-button";
import { RowSkeletons } from "@/ui/skeletons";
import { changeDraft } from "./drafts";
import css from "./side-panel.module.css";
import { messagingState } from "./store";

const MembersPanel = lazy(() => import("./members-panel"));
const FilesPanel = lazy(() => import("./files-panel"));
const SettingsPanel = lazy(() => import("./settings-panel"));
const ReadersPanel = lazy(() => import("./readers-panel"));

export type Panel =
  | { name: "customer" }
  | { name: "members" }
  | { name: "files" }
  | { name: "settings" }
  | { name: "readers"; seq: number };

interface Props {
  log: ConversationLog;
  panel: Panel;
  onPanel: (panel: Panel) => void;
  onClose: () => void;
  /** Shows an entry in the history. */
  onShow: (seq: number) => void;
}

/** Details beside the conversation: a fourth column when there is room, else over it. */
export function SidePanel({ log, panel, onPanel, onClose, onShow }: Props) {
  const { t } = useText();
  const wide = useWide();
  const aside = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    aside.current?.focus({ preventScroll: true });
    return () => before?.focus({ preventScroll: true });
  }, []);
  const { info } = log;
  const Customer = info.kind === "CUSTOMER" ? customerPanel() : undefined;
  const tabs: Exclude<Panel["name"], "readers">[] = Customer
    ? ["customer", "files", "settings"]
    : info.kind === "GROUP"
      ? ["members", "files", "settings"]
      : isApp(info)
        ? ["settings"]
        : ["files", "settings"];
  return (
    <>
      {!wide && (
        <button type="button" className={css.backdrop} aria-label={t("messaging.drawer.close")} onClick={onClose} />
      )}
      <aside
        ref={aside}
        className={css.panel}
        data-overlay={!wide}
        tabIndex={-1}
        aria-label={t(`messaging.drawer.${panel.name}`)}
        onKeyDown={(event) => {
          if (event.key === "Escape" && !event.defaultPrevented) onClose();
        }}
      >
        <header className={css.head}>
          {panel.name === "readers" ? (
            <h2 className={css.heading}>{t("messaging.drawer.readers")}</h2>
          ) : (
            <div className={css.tabs} role="tablist">
              {tabs.map((name) => (
                <button
                  key={name}
                  type="button"
                  role="tab"
                  aria-selected={panel.name === name}
                  className={css.tab}
                  onClick={() => onPanel({ name })}
                >
                  {t(`messaging.drawer.${name}`)}
                </button>
              ))}
            </div>
          )}
          <IconButton icon={<CloseOutlined />} label={t("messaging.drawer.close")} onClick={onClose} />
        </header>
        <Suspense fallback={<RowSkeletons label={t("ui.loading")} />}>
          {panel.name === "customer" && Customer && (
            <Customer conversationId={info.id} insert={(text) => insert(info.id, text)} />
          )}
          {panel.name === "members" && <MembersPanel info={info} />}
          {panel.name === "files" && <FilesPanel log={log} onShow={onShow} />}
          {panel.name === "settings" && <SettingsPanel info={info} />}
          {panel.name === "readers" && <ReadersPanel key={panel.seq} info={info} seq={panel.seq} />}
        </Suspense>
      </aside>
    </>
  );
}

/** Behind what is being written already. */
function insert(id: number, text: string) {
  const held = messagingState().drafts[id]?.text ?? "";
  changeDraft(id, { text: held === "" ? text : `${held}\n${text}` });
}
