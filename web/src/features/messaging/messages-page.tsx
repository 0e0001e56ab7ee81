import { MessageOutlined } from "@ant-design/icons";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useText } from "@/lib/i18n";
import { usePhone } from "@/lib/media";
import { EmptyState } from "@/ui/empty-state";
import { BubbleSkeletons } from "@/ui/skeletons";
import { ChatPane } from "./chat-pane";
import { ConversationList } from "./conversation-list";
import { ListFrame } from "./list-frame";
import { fetchConversation } from "./live";
import css from "./messages-page.module.css";
import { type Panel, SidePanel } from "./side-panel";
import { useMessaging } from "./store";

/** The list and, when the address names one, a conversation. On a phone one after the other. */
export function MessagesPage() {
  const phone = usePhone();
  const { conversationId } = useParams({ strict: false });
  const id = conversationId === undefined ? null : Number(conversationId);
  useEffect(() => {
    useMessaging.setState({ open: id });
    return () => useMessaging.setState({ open: null });
  }, [id]);
  const pane = id === null ? null : <OpenConversation key={id} id={id} phone={phone} />;
  if (phone) return pane ?? <ConversationList openId={null} />;
  return (
    <>
      <ListFrame>
        <ConversationList openId={id} />
      </ListFrame>
      {pane ?? <NothingOpen />}
    </>
  );
}

function NothingOpen() {
  const { t } = useText();
  return (
    <div className={css.nothing}>
      <EmptyState icon={<MessageOutlined />} title={t("messaging.empty")} text={t("messaging.emptyText")} />
    </div>
  );
}

function OpenConversation({ id, phone }: { id: number; phone: boolean }) {
  const { t } = useText();
  const navigate = useNavigate();
  const log = useMessaging((store) => store.logs[id]);
  const ready = useMessaging((store) => store.ready);
  const [gone, setGone] = useState(false);
  const [panel, setPanel] = useState<Panel | null>(null);
  const [target, setTarget] = useState<{ seq: number; times: number } | null>(null);
  const held = log !== undefined;
  useEffect(() => {
    if (held || !ready) return;
    let wanted = true;
    void fetchConversation(id).then((info) => wanted && setGone(info === null));
    return () => {
      wanted = false;
    };
  }, [id, held, ready]);

  if (!log) {
    return (
      <div className={css.nothing}>
        {gone ? (
          <EmptyState title={t("messaging.chat.gone")} />
        ) : (
          <BubbleSkeletons label={t("messaging.chat.loading")} />
        )}
      </div>
    );
  }
  return (
    <>
      <ChatPane
        log={log}
        target={target}
        onPanel={(next) => setPanel(panel?.name === next.name && next.name !== "readers" ? null : next)}
        onBack={phone ? () => void navigate({ to: "/messages" }) : undefined}
      />
      {panel && (
        <SidePanel
          log={log}
          panel={panel}
          onPanel={setPanel}
          onClose={() => setPanel(null)}
          onShow={(seq) => setTarget((before) => ({ seq, times: (before?.times ?? 0) + 1 }))}
        />
      )}
    </>
  );
}
