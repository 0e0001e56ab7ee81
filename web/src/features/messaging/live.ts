import { passHint, tellConnected } from "@/api/hints";
import { api, Problem } from "@/api/http";
import { LogSync, type PersonalEvent } from "@/api/log-sync";
import { usePeople } from "@/api/people";
import { type Frame, SocketClient, socketUrl } from "@/api/socket";
import type { Conversation, Entry, EntryPage, Receipt } from "@/api/types";
import * as log from "@/lib/log";
import { arrived, closeNotices } from "./notices";
import { outbox, restoreOutbox } from "./outbox";
import { readsTold } from "./reads-told";
import { changeLog, forgetLog, keepReceipts, messagingState, putLog, useMessaging } from "./store";

const PULL = 200;
/** A device that holds what came before needs only what is new, and of a long absence no more than the end. */
const TAIL = 20;
const TYPING_MS = 5_000;
const refreshing = new Map<number, ReturnType<typeof setTimeout>>();
let signedOut: () => void = () => {};

export const socket = new SocketClient(
  async () => socketUrl((await api.get<{ url: string }>("/api/socket")).url, window.location),
  {
    onState: (connection) => {
      useMessaging.setState({ connection });
      if (connection.name === "ended" && connection.reason === "signedOut") signedOut();
    },
    onWelcome: (resumed, era) => {
      if (sync.welcome(resumed, era)) {
        readsTold.again();
        useMessaging.setState({ receipts: {} }); // who has read meanwhile, nobody tells again
      } else outbox.flush();
      readsTold.tell(postRead);
      tellConnected();
    },
    onEvent,
  },
);

/** False while there is no connection. */
export function postRead(conversation: number, seq: number): boolean {
  return socket.post({ t: "read", conversation, seq });
}

/** Connects as this person; what is on its way from before a reload leaves first. */
export function startLive(orgId: number, me: number, onSignedOut: () => void): () => void {
  signedOut = onSignedOut;
  useMessaging.setState({ me });
  restoreOutbox(orgId, me, { socket, pull });
  const nudge = () => document.visibilityState === "visible" && socket.nudge();
  window.addEventListener("online", nudge);
  document.addEventListener("visibilitychange", nudge);
  socket.start();
  return () => {
    window.removeEventListener("online", nudge);
    document.removeEventListener("visibilitychange", nudge);
    socket.stop();
  };
}

function onEvent(frame: Frame) {
  const id = Number(frame.conversation);
  sync.hear(frame);
  if (frame.t === "entry") onEntry(id, frame.entry as Entry, frame.head as log.Head);
  else if (frame.t === "receipts") keepReceipts(id, frame.items as Receipt[]);
  else if (frame.t === "personal") onPersonal(frame as unknown as PersonalEvent);
  else if (frame.t === "behind") onBehind(id, Number(frame.head));
  else if (frame.t === "typing") onTyping(id, Number(frame.member));
  else passHint(frame);
}

function onEntry(id: number, entry: Entry, head: log.Head) {
  const { logs, me } = messagingState();
  const held = logs[id];
  if (!held) {
    void fetchConversation(id).then((info) => info && arrived(info, entry));
    return;
  }
  const applied = log.apply(held, entry, head, me);
  changeLog(id, () => applied.log);
  if (applied.hole) void pull(id);
  afterEntry(id, entry);
  arrived(applied.log.info, entry);
}

/** What an entry means besides its place in the log. */
function afterEntry(id: number, entry: Entry) {
  const { me } = messagingState();
  if (entry.sender === me && entry.key) outbox.acknowledged(entry.key);
  useMessaging.setState((store) => (store.typing[id]?.member === entry.sender ? without(store.typing, id) : store));
  if (entry.kind === "SYSTEM" && entry.body.event !== "TITLE") refreshSoon(id);
}

function without(typing: Record<number, { member: number; until: number }>, id: number) {
  const { [id]: _gone, ...rest } = typing;
  return { typing: rest };
}

function onTyping(id: number, member: number) {
  useMessaging.setState((store) => ({ typing: { ...store.typing, [id]: { member, until: Date.now() + TYPING_MS } } }));
}

function onPersonal(event: PersonalEvent) {
  if (!sync.isNew(event)) return;
  const { conversation: id, data } = event;
  if (event.kind === "READ") {
    changeLog(id, (held) => log.read(held, { seq: Number(data.seq), no: Number(data.no) }));
    void closeNotices(id);
  } else if (event.kind === "PREFERENCES") changeLog(id, (held) => log.prefer(held, data));
  else if (event.kind === "CONVERSATION_REMOVED") forgetLog(id);
  else void fetchConversation(id);
}

function onBehind(id: number, head: number) {
  useMessaging.setState(({ receipts: { [id]: _old, ...receipts } }) => ({ receipts }));
  const held = messagingState().logs[id];
  if (held && head - log.lastSeq(held) <= 2 * PULL) void pull(id);
  else void fetchConversation(id); // far behind: begins anew from the end
}

export const pull = (id: number) => sync.pull(id);

function keepPeople(conversations: Conversation[]) {
  usePeople.getState().keep(conversations.flatMap((each) => [each.peer, ...(each.faces ?? [])]));
}

export async function fetchConversation(id: number): Promise<Conversation | null> {
  try {
    const info = await api.get<Conversation>(`/api/conversations/${id}`);
    take(info, []);
    return info;
  } catch (error) {
    missed(id, error);
    return null;
  }
}

/** A conversation is gone, or could not be fetched just now. */
function missed(id: number, error: unknown) {
  const status = error instanceof Problem ? error.status : 0;
  if (status === 404) forgetLog(id);
  else if (status === 0 || status === 429 || status >= 500) sync.later();
}

/** A conversation that this device just made or fetched. */
export function take(info: Conversation, entries: Entry[]) {
  keepPeople([info]);
  putLog(info.id, (held) => log.fromServer(info, entries, held));
  const held = messagingState().logs[info.id];
  if (held && log.lastSeq(held) < held.info.seq) void pull(info.id);
}

/** Members or switches changed: fetch the conversation once for several changes in a row. */
function refreshSoon(id: number) {
  clearTimeout(refreshing.get(id));
  refreshing.set(
    id,
    setTimeout(() => {
      refreshing.delete(id);
      if (messagingState().logs[id]) void fetchConversation(id);
    }, 400),
  );
}

const sync = new LogSync({
  me: () => messagingState().me,
  log: (id) => messagingState().logs[id],
  change: changeLog,
  entries: (id, after) => api.get<EntryPage>(`/api/conversations/${id}/entries`, { after, limit: PULL }),
  onEntry: afterEntry,
  onMissed: missed,
  ask: (from, after) => api.get("/api/sync", { ...from, after, tail: TAIL }),
  isOpen: () => socket.isOpen,
  held: () => Object.keys(messagingState().logs).map(Number),
  forget: forgetLog,
  take: (info, entries) => {
    take(info, entries);
    for (const { sender, key } of entries) if (sender === messagingState().me && key) outbox.acknowledged(key);
  },
  onPersonal,
  onDone: () => {
    useMessaging.setState({ ready: true });
    outbox.flush();
  },
});
