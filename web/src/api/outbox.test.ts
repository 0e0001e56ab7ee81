import { beforeEach, expect, it, vi } from "vitest";
import type { Outgoing } from "@/lib/outgoing";
import { Problem } from "./http";
import { Outbox, type OutboxHost } from "./outbox";
import type { Frame } from "./socket";
import type { Entry, StoredFile } from "./types";

const stored: StoredFile = { id: 7, name: "a.png", size: 3, type: "image/png", width: 4, height: 4, thumbnail: true };

/** A page with a server behind it that stores each key once and may be cut off at any moment. */
class World {
  items: Outgoing[] = [];
  open = true;
  log: Entry[] = [];
  sent: Frame[] = [];
  kept = new Map<string, File>();
  answer: "ack" | "lost" | "refused" = "ack";
  uploadFails = false;
  /** Ends the upload that is on its way. */
  uploaded: (file: StoredFile) => void = () => undefined;

  host(): OutboxHost {
    return {
      items: () => this.items,
      put: (items) => {
        this.items = items;
      },
      change: (key, change) => {
        this.items = this.items.flatMap((each) =>
          each.key !== key ? [each] : change === null ? [] : [{ ...each, ...change }],
        );
      },
      me: () => 1,
      isOpen: () => this.open,
      command: async (frame) => this.command(frame),
      upload: () => ({
        done: this.uploadFails ? Promise.reject(new Problem(0, "client.offline")) : Promise.resolve(stored),
        cancel: () => undefined,
      }),
      applied: (_conversation, entry) => {
        if (!this.log.some((each) => each.key === entry.key)) this.log.push(entry);
        return null;
      },
      files: {
        keep: async (key, file) => {
          this.kept.set(key, file);
          return true;
        },
        kept: async (key) => this.kept.get(key) ?? null,
        drop: async (key) => {
          this.kept.delete(key);
        },
      },
    };
  }

  /** The message may arrive and its acknowledgement be lost: the worst case of a cut. */
  private command(frame: Frame): Frame {
    if (!this.open) throw new Problem(0, "client.offline");
    this.sent.push(frame);
    if (this.answer === "refused") throw new Problem(400, "messaging.read_only");
    if (this.answer === "lost") {
      this.open = false;
      throw new Problem(0, "client.offline");
    }
    return { t: "ack", seq: 5, no: 5, at: "2026-11-27T01:00:00Z" };
  }
}

beforeEach(() => localStorage.clear());

const settled = () => new Promise((resolve) => setTimeout(resolve));

it("keeps a message written without a network over a reload and sends it once afterwards", async () => {
  const before = new World();
  before.open = false;
  const outbox = new Outbox(before.host());
  outbox.restore("visit.outbox.1.");
  outbox.send(9, "TEXT", { text: "在吗" }, null);
  await settled();

  const after = new World();
  const again = new Outbox(after.host());
  again.restore("visit.outbox.1.");
  expect(after.items.map((each) => each.body.text)).toEqual(["在吗"]);
  again.flush();
  await settled();

  expect(after.sent.map((frame) => frame.key)).toEqual([before.items[0]?.key]);
  expect(after.items).toEqual([]);
  expect(localStorage.length).toBe(0);
});

it("repeats a message without an answer under the same key", async () => {
  const world = new World();
  world.answer = "lost";
  const outbox = new Outbox(world.host());
  outbox.restore("visit.outbox.1.");
  outbox.send(9, "TEXT", { text: "hello" }, null);
  await settled();
  expect(world.items).toHaveLength(1);

  world.open = true;
  world.answer = "ack";
  outbox.flush();
  await settled();

  expect(new Set(world.sent.map((frame) => frame.key)).size).toBe(1);
  expect(world.sent).toHaveLength(2);
  expect(world.items).toEqual([]);
});

it("says why a refused message was not sent and sends it again when asked", async () => {
  const world = new World();
  world.answer = "refused";
  const outbox = new Outbox(world.host());
  outbox.restore("visit.outbox.1.");
  outbox.send(9, "TEXT", { text: "hello" }, null);
  await settled();
  expect(world.items[0]).toMatchObject({ state: "failed", problem: { code: "messaging.read_only" } });

  world.answer = "ack";
  outbox.retry(world.items[0]?.key ?? "");
  await settled();
  expect(world.items).toEqual([]);
});

it("still has the bytes of a picture after a reload without a network", async () => {
  vi.stubGlobal("URL", Object.assign(URL, { createObjectURL: () => "blob:x", revokeObjectURL: () => undefined }));
  const before = new World();
  before.open = false;
  before.uploadFails = true;
  const outbox = new Outbox(before.host());
  outbox.restore("visit.outbox.1.");
  outbox.sendFile(9, new File(["abc"], "a.png", { type: "image/png" }), null);
  await settled();

  const after = new World();
  after.kept = before.kept;
  new Outbox(after.host()).restore("visit.outbox.1.");
  await settled();
  await settled();

  expect(after.sent).toMatchObject([{ kind: "IMAGE", body: { file: { id: 7 } } }]);
  expect(after.items).toEqual([]);
  expect(after.kept.size).toBe(0);
});

it("leaves what somebody else wrote here alone, though its bytes arrive only now", async () => {
  const world = new World();
  const host = world.host();
  host.upload = () => ({
    done: new Promise((resolve) => {
      world.uploaded = resolve;
    }),
    cancel: () => undefined,
  });
  const outbox = new Outbox(host);
  outbox.restore("visit.outbox.1.");
  outbox.sendFile(9, new File(["abc"], "a.txt", { type: "text/plain" }), null);
  await settled();

  world.items = []; // the next guest of this device
  localStorage.clear();
  outbox.restore("visit.outbox.2.");
  world.uploaded(stored);
  await settled();

  expect(world.sent).toEqual([]);
  expect(localStorage.length).toBe(0);
});
