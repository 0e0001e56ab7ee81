import { Problem } from "@/api/http";
import type { SocketClient } from "@/api/socket";
import type { Entry, EntryBody, MessageKind, Quote, StoredFile } from "@/api/types";
import { type Upload, upload } from "@/api/upload";
import { randomKey } from "@/lib/keys";
import * as log from "@/lib/log";
import type { Outgoing } from "@/lib/outgoing";
import { readStored, storedNames, writeStored } from "@/lib/storage";
import { changeLog, changeOutgoing, messagingState, useMessaging } from "./store";

/** How messages leave and how a hole behind an acknowledged one is filled. */
export interface Transport {
  socket: SocketClient;
  pull: (conversation: number) => Promise<void>;
}

let transport: Transport | null = null;
let prefix = "outbox";
const underWay = new Set<string>();
const uploads = new Map<string, { task: Upload<StoredFile> | null; file: File }>();

/** One stored record for each message, so that two windows never overwrite each other's. */
export function restoreOutbox(orgId: number, me: number, over: Transport) {
  transport = over;
  prefix = `outbox.${orgId}.${me}.`;
  const held = new Set(messagingState().outbox.map((each) => each.key));
  const stored = storedNames(prefix)
    .map((name) => readStored<Outgoing>(name))
    .filter((each): each is Outgoing => each !== null && !held.has(each.key));
  const outbox = [...messagingState().outbox, ...stored].sort((one, other) => (one.at < other.at ? -1 : 1));
  useMessaging.setState({ outbox });
}

function keep(item: Outgoing) {
  const { preview: _preview, progress: _progress, ...rest } = item;
  writeStored(prefix + item.key, rest);
}

function put(item: Outgoing) {
  useMessaging.setState((store) => ({ outbox: [...store.outbox, item] }));
}

export function sendMessage(conversation: number, kind: MessageKind, body: EntryBody, quote: Quote | null) {
  const item: Outgoing = {
    key: randomKey(),
    conversation,
    kind,
    body: quote ? { ...body, replyTo: quote.seq } : body,
    quote,
    at: new Date().toISOString(),
    state: "sending",
  };
  keep(item);
  put(item);
  void transmit(item);
}

/** Uploads, then sends. The bubble stands there from the first moment, with progress. */
export function sendFile(conversation: number, file: File, quote: Quote | null) {
  const image = /^image\/(png|jpeg|gif|webp|bmp)$/.test(file.type);
  const item: Outgoing = {
    key: randomKey(),
    conversation,
    kind: image ? "IMAGE" : "FILE",
    body: {
      file: { id: 0, name: file.name, size: file.size, type: file.type, width: null, height: null, thumbnail: false },
      ...(quote ? { replyTo: quote.seq } : {}),
    },
    quote,
    at: new Date().toISOString(),
    state: "uploading",
    progress: 0,
    preview: image ? URL.createObjectURL(file) : undefined,
  };
  uploads.set(item.key, { task: null, file });
  put(item);
  void uploadThenSend(item);
}

async function uploadThenSend(item: Outgoing) {
  const held = uploads.get(item.key);
  if (!held) return;
  const task = upload<StoredFile>("/api/files", held.file, (progress) => changeOutgoing(item.key, { progress }));
  held.task = task;
  try {
    const file = await task.done;
    uploads.delete(item.key);
    const kind: MessageKind = item.kind === "IMAGE" && file.width !== null ? "IMAGE" : "FILE";
    const ready: Outgoing = { ...item, kind, body: { ...item.body, file }, state: "sending", progress: 1 };
    changeOutgoing(item.key, ready);
    keep(ready);
    await transmit(ready);
  } catch (error) {
    if (error instanceof DOMException) return;
    fail(item.key, error);
  }
}

function wire(body: EntryBody): EntryBody | Record<string, unknown> {
  return body.file ? { ...body, file: { id: body.file.id } } : body;
}

async function transmit(item: Outgoing) {
  const { key, conversation, kind, body } = item;
  if (!transport?.socket.isOpen || underWay.has(key)) return;
  underWay.add(key);
  try {
    const ack = await transport.socket.command({ t: "send", conversation, key, kind, body: wire(body) });
    onAck(item, Number(ack.seq), Number(ack.no), String(ack.at));
  } catch (error) {
    onRefusal(item, error);
  } finally {
    underWay.delete(key);
  }
}

/** Shows the acknowledged message in its place before the server pushes it. */
function onAck(item: Outgoing, seq: number, no: number, at: string) {
  const { me } = messagingState();
  const { kind, body, key, quote } = item;
  const entry: Entry = { seq, no, kind, sender: me, at, key, target: null, recalledBy: null, body, quote };
  let hole = false;
  changeLog(item.conversation, (held) => {
    const applied = log.apply(held, entry, { seq, no }, me);
    hole = applied.hole;
    return applied.log;
  });
  if (hole) void transport?.pull(item.conversation).then(() => acknowledged(key));
  else acknowledged(key);
}

function onRefusal(item: Outgoing, error: unknown) {
  const problem = error instanceof Problem ? error : new Problem(0, "client.unexpected");
  if (problem.code === "client.offline") {
    // The outcome is unknown: the same key is sent again after the next welcome.
    if (transport?.socket.isOpen) setTimeout(() => void transmit(item), 1_000);
    return;
  }
  if (problem.retryAfterSeconds !== null) {
    setTimeout(() => void transmit(item), problem.retryAfterSeconds * 1000 + Math.random() * 200);
    return;
  }
  fail(item.key, problem);
}

function fail(key: string, error: unknown) {
  const problem = error instanceof Problem ? error : new Problem(0, "client.unexpected");
  changeOutgoing(key, { state: "failed", problem: { code: problem.code, params: problem.params } });
  const item = messagingState().outbox.find((each) => each.key === key);
  if (item && !uploads.has(key)) keep(item);
}

/** Everything on its way leaves again, in order; the keys make repeats harmless. */
export async function flush() {
  for (const item of messagingState().outbox) if (item.state === "sending") void transmit(item);
}

/** The message stands in the log: it is no longer on its way. */
export function acknowledged(key: string) {
  const item = messagingState().outbox.find((each) => each.key === key);
  if (!item) return;
  if (item.preview) setTimeout(() => item.preview && URL.revokeObjectURL(item.preview), 30_000);
  writeStored(prefix + key, null);
  changeOutgoing(key, null);
}

export function retry(key: string) {
  const item = messagingState().outbox.find((each) => each.key === key);
  if (!item) return;
  const again: Outgoing = {
    ...item,
    state: uploads.has(key) ? "uploading" : "sending",
    problem: undefined,
    progress: 0,
  };
  changeOutgoing(key, again);
  if (uploads.has(key)) void uploadThenSend(again);
  else {
    keep(again);
    void transmit(again);
  }
}

/** Gives a message up that has not been acknowledged, or stops its upload. */
export function discard(key: string) {
  uploads.get(key)?.task?.cancel();
  uploads.delete(key);
  acknowledged(key);
}

export function uploadsUnderWay(): boolean {
  return messagingState().outbox.some((each) => each.state === "uploading");
}
