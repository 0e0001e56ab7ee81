import { Problem } from "@/api/http";
import { LogSync, type PersonalEvent, type SyncAnswer } from "@/api/log-sync";
import { Outbox } from "@/api/outbox";
import { type Frame, SocketClient, socketUrl } from "@/api/socket";
import type { Conversation, Entry, StoredFile } from "@/api/types";
import { upload } from "@/api/upload";
import { randomKey } from "@/lib/keys";
import * as log from "@/lib/log";
import { actingToken, guestApi, guestHeaders } from "./guest-api";
import { dropFile, keepFile, keptFile } from "./kept-files";
import { changeLog, changeOutgoing, forgetLog, putLog, useVisit, visitState } from "./store";

const PULL = 100;
const OLDER = 50;
const TYPING_MS = 5_000;
const AGAIN_MS = 3_000;
/** Called when what only HTTP tells may have changed: who serves, which threads there are. */
let moved: () => void = () => {};
let signedOut: () => void = () => {};

const socket = new SocketClient(
  async () => socketUrl((await socketAddress()).url, window.location),
  {
    onState: (connection) => {
      useVisit.setState({ connection });
      if (connection.name === "ended" && connection.reason === "signedOut") signedOut();
    },
    onWelcome: (resumed, era) => {
      if (visitState().era !== era) useVisit.setState({ era, logs: {} });
      if (!sync.welcome(resumed, era)) outbox.flush();
    },
    onEvent,
  },
  // A browser can send no header with an upgrade; the token goes where no address and no log holds it.
  (url) => new WebSocket(url, ["qiao.visit", `bearer.${actingToken()}`]),
);

async function socketAddress(): Promise<{ url: string }> {
  try {
    return await guestApi.get<{ url: string }>("/api/visit/socket");
  } catch (error) {
    if (error instanceof Problem && error.code === "account.guest_blocked") {
      socket.stop();
      signedOut();
    }
    throw error;
  }
}

export const outbox = new Outbox({
  items: () => visitState().outbox,
  put: (items) => useVisit.setState({ outbox: items }),
  change: changeOutgoing,
  me: () => visitState().me?.id ?? 0,
  isOpen: () => socket.isOpen,
  command: (frame) => socket.command(frame),
  upload: (file, onProgress) => upload<StoredFile>("/api/visit/files", file, onProgress, guestHeaders()),
  applied: (conversation, entry) => (apply(conversation, entry, entry) ? pull(conversation) : null),
  files: { keep: keepFile, kept: keptFile, drop: dropFile },
});

const myId = () => visitState().me?.id ?? 0;

/** Connects as the guest; what was on its way before a reload leaves first. */
export function startLive(onMoved: () => void, onSignedOut: () => void) {
  const me = visitState().me;
  if (!me || !actingToken()) return;
  moved = onMoved;
  signedOut = onSignedOut;
  outbox.restore(`visit.outbox.${me.orgId}.${me.id}.`);
  window.addEventListener("online", nudge);
  document.addEventListener("visibilitychange", nudge);
  socket.start();
}

/** Another guest takes over on this device, or none. */
export function stopLive() {
  window.removeEventListener("online", nudge);
  document.removeEventListener("visibilitychange", nudge);
  socket.stop();
  sync.reset();
  useVisit.setState({ logs: {}, groups: [], ready: false, kept: false, outbox: [], typing: {} });
}

export function nudge() {
  if (document.visibilityState === "visible") socket.nudge();
}

/** Stopped because another window took the place: this one takes it back. */
export function reconnect() {
  socket.start();
  socket.nudge();
}

function onEvent(frame: Frame) {
  const id = Number(frame.conversation);
  sync.hear(frame);
  if (frame.t === "entry") onEntry(id, frame.entry as Entry, frame.head as log.Head);
  else if (frame.t === "personal") onPersonal(frame as unknown as PersonalEvent);
  else if (frame.t === "behind") void pull(id);
  else if (frame.t === "typing") onTyping(id, Number(frame.member));
  else if (frame.t === "visit" && String(frame.kind).startsWith("MOMENT"))
    useVisit.setState(({ moments }) => ({ moments: moments + 1 }));
  else if (frame.t === "visit") moved();
}

/** True when entries are missing before this one. */
function apply(id: number, entry: Entry, head: log.Head): boolean {
  let hole = false;
  changeLog(id, (held) => {
    const applied = log.apply(held, entry, head, myId());
    hole = applied.hole;
    return applied.log;
  });
  return hole;
}

function onEntry(id: number, entry: Entry, head: log.Head) {
  if (!visitState().logs[id]) {
    void sync.run();
    return;
  }
  if (apply(id, entry, head)) void pull(id);
  afterEntry(id, entry);
}

/** What an entry means besides its place in the log. */
function afterEntry(id: number, entry: Entry) {
  if (entry.sender === myId() && entry.key) outbox.acknowledged(entry.key);
  if (visitState().typing[id]?.member === entry.sender) setTyping(id, null);
  if (entry.kind === "SYSTEM" && visitState().logs[id]?.info.kind !== "GROUP") moved(); // of groups a hint tells
}

function onTyping(id: number, member: number) {
  setTyping(id, { member, until: Date.now() + TYPING_MS });
  setTimeout(() => {
    const typing = visitState().typing[id];
    if (typing && typing.until <= Date.now()) setTyping(id, null);
  }, TYPING_MS + 50);
}

function setTyping(id: number, value: { member: number; until: number } | null) {
  useVisit.setState((store) => {
    const { [id]: _before, ...rest } = store.typing;
    return { typing: value ? { ...rest, [id]: value } : rest };
  });
}

function onPersonal(event: PersonalEvent) {
  if (!sync.isNew(event)) return;
  const { conversation: id, data } = event;
  if (event.kind === "READ") changeLog(id, (held) => log.read(held, { seq: Number(data.seq), no: Number(data.no) }));
  else if (event.kind === "CONVERSATION_REMOVED") forgetLog(id);
  else if (event.kind === "CONVERSATION_ADDED" || event.kind === "CONVERSATION_CHANGED") {
    void sync.run();
    moved();
  }
}

const pull = (id: number) => sync.pull(id);

/** Entries before the oldest held one. Over when there are some, or after a while: it is asked for again then. */
export async function loadOlder(id: number) {
  const held = visitState().logs[id];
  const first = held ? log.firstSeq(held) : 0;
  if (!held || first <= Math.max(1, held.info.fromSeq)) return;
  try {
    const page = await socket.command({ t: "pull", conversation: id, before: first, limit: OLDER });
    changeLog(id, (now) => log.prepend(now, page.items as Entry[]));
  } catch {
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  }
}

const sync = new LogSync({
  me: myId,
  log: (id) => visitState().logs[id],
  change: changeLog,
  entries: async (id, after) => {
    const page = await socket.command({ t: "pull", conversation: id, after, limit: PULL });
    return { items: page.items as Entry[], head: Number(page.head) };
  },
  onEntry: afterEntry,
  onMissed: (id, error) => {
    if (error instanceof Problem && error.code === "messaging.not_found") forgetLog(id);
    else sync.later();
  },
  ask: async (from, after) => {
    const frame: Frame = { t: "sync", ...from, ...(after === null ? {} : { after }) };
    return (await socket.command(frame)) as unknown as SyncAnswer;
  },
  isOpen: () => socket.isOpen,
  held: () => Object.keys(visitState().logs).map(Number),
  forget: forgetLog,
  take,
  onPersonal,
  onDone: () => {
    useVisit.setState({ ready: true, kept: false });
    tellReads();
    outbox.flush();
  },
});

function take(info: Conversation, entries: Entry[]) {
  putLog(info.id, (held) => log.fromServer(info, entries, held));
  for (const entry of entries) if (entry.sender === myId() && entry.key) outbox.acknowledged(entry.key);
  const held = visitState().logs[info.id];
  if (held && log.lastSeq(held) < held.info.seq) void pull(info.id);
}

/** A mark told just before a crash may be forgotten; telling it again changes nothing. */
function tellReads() {
  for (const { info } of Object.values(visitState().logs)) {
    if (info.readSeq > 0) socket.post({ t: "read", conversation: info.id, seq: info.readSeq });
  }
}

export function markRead(id: number) {
  const held = visitState().logs[id];
  const last = held?.entries.at(-1);
  if (!held || !last || held.info.readSeq >= last.seq) return;
  changeLog(id, (now) => log.read(now, { seq: last.seq, no: last.no }));
  socket.post({ t: "read", conversation: id, seq: last.seq });
}

export function tellTyping(conversation: number) {
  socket.post({ t: "typing", conversation });
}

export async function recall(conversation: number, target: number): Promise<void> {
  await socket.command({ t: "recall", conversation, key: randomKey(), target });
}
