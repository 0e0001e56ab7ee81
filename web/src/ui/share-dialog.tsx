import { SearchOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { App, Input, Modal } from "antd";
import { useDeferredValue, useState } from "react";
import { memberSearch } from "@/api/directory";
import { api } from "@/api/http";
import { useSession } from "@/api/session";
import type { Card, Conversation, Page } from "@/api/types";
import { conversationMatches, isApp, titleOf } from "@/lib/conversation-title";
import { useText } from "@/lib/i18n";
import { randomKey } from "@/lib/keys";
import { problemText } from "@/lib/problem-text";
import { Avatar, GroupAvatar } from "./avatar";
import { ProblemNote } from "./problem-note";
import css from "./share-dialog.module.css";

interface Props {
  /** Shows the thing there; the key makes a repeat harmless. */
  onShare: (conversation: number, key: string) => Promise<unknown>;
  onClose: () => void;
}

/** A conversation, or somebody without one yet. */
type Place = { conversation: Conversation } | { person: Card };

const MOST = 100;
const RECENT = 20;

/** Chooses a conversation or a colleague to show something to. */
export function ShareDialog({ onShare, onClose }: Props) {
  const { t } = useText();
  const { message } = App.useApp();
  const [query, setQuery] = useState("");
  const [chosen, setChosen] = useState<Place | null>(null);
  const [busy, setBusy] = useState(false);
  const [key] = useState(randomKey);
  const { places, error, empty } = usePlaces(useDeferredValue(query));
  const share = async () => {
    if (!chosen) return;
    setBusy(true);
    try {
      await onShare(await conversationOf(chosen), key);
      void message.success(t("ui.share.done"));
      onClose();
    } catch (problem) {
      void message.error(problemText(t, problem));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={t("ui.share.title")}
      okText={t("ui.share.send")}
      cancelText={t("ui.share.cancel")}
      okButtonProps={{ disabled: chosen === null, loading: busy }}
      onOk={() => void share()}
      onCancel={onClose}
    >
      <Input
        allowClear
        autoFocus
        prefix={<SearchOutlined />}
        placeholder={t("ui.share.search")}
        aria-label={t("ui.share.search")}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      <ProblemNote problem={error} />
      <ul className={css.list} aria-label={query.trim() === "" ? t("ui.share.recent") : t("ui.share.search")}>
        {places.map((place) => (
          <li key={placeKey(place)}>
            <button
              type="button"
              className={css.row}
              aria-pressed={chosen !== null && placeKey(place) === placeKey(chosen)}
              onClick={() => setChosen(place)}
            >
              <Face place={place} />
              <span className={css.name}>{"person" in place ? place.person.name : titleOf(place.conversation, t)}</span>
            </button>
          </li>
        ))}
      </ul>
      {empty && <p className={css.nobody}>{t("ui.share.nobody")}</p>}
    </Modal>
  );
}

function Face({ place }: { place: Place }) {
  if ("person" in place) return <Avatar person={place.person} size={32} />;
  const { peer, faces } = place.conversation;
  return peer ? <Avatar person={peer} size={32} /> : <GroupAvatar faces={faces ?? []} size={32} />;
}

function placeKey(place: Place): string {
  return "person" in place ? `p${place.person.id}` : `c${place.conversation.id}`;
}

async function conversationOf(place: Place): Promise<number> {
  if ("conversation" in place) return place.conversation.id;
  return (await api.post<Conversation>("/api/conversations", { kind: "DIRECT", memberId: place.person.id })).id;
}

function usePlaces(query: string) {
  const { t } = useText();
  const me = useSession().member.id;
  const q = query.trim();
  const known = useQuery({
    queryKey: ["share-places"],
    queryFn: () => api.get<Page<Conversation>>("/api/conversations", { limit: MOST }),
    gcTime: 0,
  });
  const people = useQuery(memberSearch(q, RECENT));
  const open = (known.data?.items ?? []).filter((each) => !isApp(each));
  const matching = q === "" ? open.slice(0, RECENT) : open.filter((each) => conversationMatches(each, q, t));
  const met = new Set(matching.map((each) => each.peer?.id));
  const others = q === "" ? [] : (people.data?.items ?? []).filter((card) => card.id !== me && !met.has(card.id));
  const places: Place[] = [
    ...matching.map((conversation) => ({ conversation })),
    ...others.map((person) => ({ person })),
  ];
  const empty = places.length === 0 && known.isSuccess && !people.isFetching;
  return { places, error: known.error ?? people.error, empty };
}
