import { randomKey } from "@/lib/keys";
import type { Outgoing } from "@/lib/outgoing";
import { readStored, storedNames, writeStored } from "@/lib/storage";
import { Problem } from "./http";
import type { Frame } from "./socket";
import type { Entry, EntryBody, MessageKind, Quote, StoredFile } from "./types";
import type { Upload } from "./upload";

/** Keeps the bytes of files over a reload, where the device can. */
export interface FileKeeper {
  keep: (key: string, file: File) => Promise<boolean>;
  kept: (key: string) => Promise<File | null>;
  drop: (key: string) => Promise<void>;
}

/** What an outbox needs of the page around it. */
export interface OutboxHost {
  items: () => Outgoing[];
  put: (items: Outgoing[]) => void;
  /** Changes one message; null takes it out. */
  change: (key: string, change: Partial<Outgoing> | null) => void;
  me: () => number;
  isOpen: () => boolean;
  command: (frame: Frame) => Promise<Frame>;
  upload: (file: File, onProgress: (part: number) => void) => Upload<StoredFile>;
  /** Puts an acknowledged message into the log; resolves when what lies before it is there too. */
  applied: (conversation: number, entry: Entry) => Promise<void> | null;
  files?: FileKeeper;
}

/** Retried on the same connection after a time without an answer. */
const AGAIN_MS = 1_000;
const UPLOAD_AGAIN_MS = 3_000;
const PREVIEW_MS = 30_000;

/**
 * Messages on their way: each is stored on the device under its key until the server has acknowledged it, sent again after every
 * reconnect, and stored by the server once.
 */
export class Outbox {
  private prefix = "outbox.";
  private readonly underWay = new Set<string>();
  private readonly uploads = new Map<string, { task: Upload<StoredFile> | null; file: File }>();

  constructor(private readonly host: OutboxHost) {}

  /** What was on its way before a reload. One stored record for each message, so that two windows never overwrite each other's. */
  restore(prefix: string) {
    this.prefix = prefix;
    const held = new Set(this.host.items().map((each) => each.key));
    const stored = storedNames(prefix)
      .map((name) => readStored<Outgoing>(name))
      .filter((each): each is Outgoing => each !== null && !held.has(each.key));
    this.host.put([...this.host.items(), ...stored].sort((one, other) => (one.at < other.at ? -1 : 1)));
    for (const item of stored) if (item.state === "uploading") void this.resumeUpload(item);
  }

  send(conversation: number, kind: MessageKind, body: EntryBody, quote: Quote | null) {
    const item: Outgoing = {
      key: randomKey(),
      conversation,
      kind,
      body: quote ? { ...body, replyTo: quote.seq } : body,
      quote,
      at: new Date().toISOString(),
      state: "sending",
    };
    this.store(item);
    this.host.put([...this.host.items(), item]);
    void this.transmit(item);
  }

  /** Uploads, then sends. The bubble stands there from the first moment, with progress. */
  sendFile(conversation: number, file: File, quote: Quote | null) {
    const image = /^image\/(png|jpeg|gif|webp|bmp)$/.test(file.type);
    const about = { id: 0, name: file.name, size: file.size, type: file.type, width: null, height: null };
    const item: Outgoing = {
      key: randomKey(),
      conversation,
      kind: image ? "IMAGE" : "FILE",
      body: { file: { ...about, thumbnail: false }, ...(quote ? { replyTo: quote.seq } : {}) },
      quote,
      at: new Date().toISOString(),
      state: "uploading",
      progress: 0,
      preview: image ? URL.createObjectURL(file) : undefined,
    };
    this.uploads.set(item.key, { task: null, file });
    this.host.put([...this.host.items(), item]);
    void this.host.files?.keep(item.key, file).then((kept) => kept && this.uploads.has(item.key) && this.store(item));
    void this.uploadThenSend(item);
  }

  /** Everything on its way leaves again, in order; the keys make repeats harmless. */
  flush() {
    for (const item of this.host.items()) {
      if (item.state === "sending") void this.transmit(item);
      else if (item.state === "uploading" && this.uploads.get(item.key)?.task === null) void this.uploadThenSend(item);
    }
  }

  /** The message stands in the log: it is no longer on its way. */
  acknowledged(key: string) {
    const item = this.find(key);
    if (!item) return;
    const { preview } = item;
    if (preview) setTimeout(() => URL.revokeObjectURL(preview), PREVIEW_MS);
    writeStored(this.prefix + key, null);
    if (item.body.file) void this.host.files?.drop(key);
    this.host.change(key, null);
  }

  retry(key: string) {
    const item = this.find(key);
    if (!item) return;
    const uploading = item.body.file?.id === 0;
    const again: Outgoing = { ...item, state: uploading ? "uploading" : "sending", problem: undefined, progress: 0 };
    this.host.change(key, again);
    if (uploading) void (this.uploads.has(key) ? this.uploadThenSend(again) : this.resumeUpload(again));
    else {
      this.store(again);
      void this.transmit(again);
    }
  }

  /** Gives a message up that has not been acknowledged, or stops its upload. */
  discard(key: string) {
    this.uploads.get(key)?.task?.cancel();
    this.uploads.delete(key);
    this.acknowledged(key);
  }

  /** A page that is left now loses bytes. */
  uploadsUnderWay(): boolean {
    return this.host.items().some((each) => each.state === "uploading");
  }

  private find(key: string) {
    return this.host.items().find((each) => each.key === key);
  }

  private store(item: Outgoing) {
    const { preview: _preview, progress: _progress, ...rest } = item;
    writeStored(this.prefix + item.key, rest);
  }

  private async resumeUpload(item: Outgoing) {
    const file = await this.host.files?.kept(item.key);
    if (!file) {
      this.fail(item.key, new Problem(0, "client.unexpected"));
      return;
    }
    const preview = item.kind === "IMAGE" ? URL.createObjectURL(file) : undefined;
    this.host.change(item.key, { preview, progress: 0 });
    this.uploads.set(item.key, { task: null, file });
    await this.uploadThenSend(item);
  }

  private async uploadThenSend(item: Outgoing) {
    const held = this.uploads.get(item.key);
    if (!held || held.task || !this.find(item.key)) return;
    const task = this.host.upload(held.file, (progress) => this.host.change(item.key, { progress }));
    held.task = task;
    try {
      const file = await task.done;
      this.uploads.delete(item.key);
      const now = this.find(item.key);
      if (!now) return; // another window has sent it, or somebody else is here now
      const kind: MessageKind = item.kind === "IMAGE" && file.width !== null ? "IMAGE" : "FILE";
      const ready: Outgoing = { ...now, kind, body: { ...item.body, file }, state: "sending", progress: 1 };
      this.host.change(item.key, ready);
      this.store(ready);
      await this.transmit(ready);
    } catch (error) {
      held.task = null;
      if (error instanceof DOMException) return;
      if (!this.host.files || !(error instanceof Problem) || error.code !== "client.offline")
        this.fail(item.key, error);
      else if (this.host.isOpen()) setTimeout(() => void this.uploadThenSend(item), UPLOAD_AGAIN_MS);
      // Otherwise with the next welcome.
    }
  }

  private async transmit(item: Outgoing) {
    const { key, conversation, kind, body } = item;
    if (!this.host.isOpen() || this.underWay.has(key) || !this.find(key)) return;
    this.underWay.add(key);
    try {
      const ack = await this.host.command({ t: "send", conversation, key, kind, body: wire(body) });
      await this.onAck(item, Number(ack.seq), Number(ack.no), String(ack.at));
    } catch (error) {
      this.onRefusal(item, error);
    } finally {
      this.underWay.delete(key);
    }
  }

  /** Shows the acknowledged message in its place before the server pushes it. */
  private async onAck(item: Outgoing, seq: number, no: number, at: string) {
    const { kind, body, key, quote } = item;
    const sender = this.host.me();
    await this.host.applied(item.conversation, {
      seq,
      no,
      kind,
      sender,
      at,
      key,
      target: null,
      recalledBy: null,
      body,
      quote,
    });
    this.acknowledged(key);
  }

  private onRefusal(item: Outgoing, error: unknown) {
    const problem = error instanceof Problem ? error : new Problem(0, "client.unexpected");
    if (problem.code === "client.offline") {
      // The outcome is unknown: the same key is sent again after the next welcome.
      if (this.host.isOpen()) setTimeout(() => void this.transmit(item), AGAIN_MS);
      return;
    }
    if (problem.retryAfterSeconds !== null) {
      setTimeout(() => void this.transmit(item), problem.retryAfterSeconds * 1000 + Math.random() * 200);
      return;
    }
    this.fail(item.key, problem);
  }

  private fail(key: string, error: unknown) {
    const problem = error instanceof Problem ? error : new Problem(0, "client.unexpected");
    this.host.change(key, { state: "failed", problem: { code: problem.code, params: problem.params } });
    const item = this.find(key);
    if (item && (!this.uploads.has(key) || this.host.files)) this.store(item);
  }
}

function wire(body: EntryBody): EntryBody | Record<string, unknown> {
  return body.file ? { ...body, file: { id: body.file.id } } : body;
}
