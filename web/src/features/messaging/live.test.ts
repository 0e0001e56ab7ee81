import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { messagingState as state } from "./store";

/** The gateway and the interface in the test's hand. */
class FakeSocket {
  readyState = 1;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;

  constructor(readonly url: string) {
    socket = this;
  }

  send() {}

  close() {
    this.readyState = 3;
  }

  says(frame: object) {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }
}

interface Question {
  path: string;
  answer: (body: object, status?: number) => void;
}

let socket: FakeSocket | undefined;
let questions: Question[];
let messagingState: typeof state;
let stop: () => void;

const entry = (seq: number) => ({
  seq,
  no: seq,
  kind: "TEXT",
  sender: 2,
  at: "2026-11-27T08:00:00Z",
  body: { text: `nr ${seq}` },
});
const conversation = (seq: number) => ({
  id: 28,
  kind: "GROUP",
  seq,
  messageNo: seq,
  readSeq: 0,
  readNo: 0,
  fromSeq: 1,
  movedAt: "2026-11-27T08:00:00Z",
  mentionSeq: null,
  peer: null,
  faces: [],
  last: entry(seq),
});
const synced = (seq: number, era = 1) => ({
  era,
  cursor: "c",
  personal: [],
  personalSeq: 0,
  conversations: [{ ...conversation(seq), entries: Array.from({ length: seq }, (_, i) => entry(i + 1)) }],
  next: null,
});
const pushed = (seq: number) => ({ t: "entry", conversation: 28, entry: entry(seq), head: { seq, no: seq } });
const texts = () => messagingState().logs[28]?.entries.map(({ seq }) => seq);

async function asked(path: string): Promise<Question> {
  await vi.waitFor(() => expect(questions.some((each) => each.path.startsWith(path))).toBe(true));
  const at = questions.findIndex((each) => each.path.startsWith(path));
  return questions.splice(at, 1)[0] as Question;
}

async function welcomed(era = 1) {
  (await asked("/api/socket")).answer({ url: "ws://127.0.0.1/socket" });
  await vi.waitFor(() => expect(socket?.onmessage).toBeTruthy());
  socket?.says({ t: "welcome", session: "s", resumed: false, era });
}

beforeEach(async () => {
  questions = [];
  socket = undefined;
  vi.resetModules();
  vi.stubGlobal("WebSocket", FakeSocket);
  vi.stubGlobal(
    "fetch",
    (path: string) =>
      new Promise<Response>((resolve) => {
        const answer = (body: object, status = 200) => resolve(Response.json(body, { status }));
        questions.push({ path, answer });
      }),
  );
  ({ messagingState } = await import("./store"));
  const { startLive } = await import("./live");
  stop = startLive(1, 1, () => {});
});

afterEach(() => {
  stop();
  vi.unstubAllGlobals();
});

it("keeps what is pushed while the first sync is on its way", async () => {
  await welcomed();
  const sync = await asked("/api/sync");
  socket?.says(pushed(2));
  (await asked("/api/conversations/28")).answer(conversation(2));
  await vi.waitFor(() => expect(texts()).toContain(2));
  sync.answer(synced(1));
  await vi.waitFor(() => expect(messagingState().ready).toBe(true));
  expect(texts()).toContain(2);
});

it("keeps a conversation that appeared while the first sync was on its way", async () => {
  await welcomed();
  const sync = await asked("/api/sync");
  socket?.says(pushed(1));
  (await asked("/api/conversations/28")).answer(conversation(1));
  await vi.waitFor(() => expect(texts()).toEqual([1]));
  sync.answer({ ...synced(1), conversations: [] });
  await vi.waitFor(() => expect(messagingState().ready).toBe(true));
  expect(texts()).toEqual([1]);
});

it("syncs again when what was pushed could not be fetched", async () => {
  await welcomed();
  (await asked("/api/sync")).answer({ ...synced(1), conversations: [] });
  await vi.waitFor(() => expect(messagingState().ready).toBe(true));
  socket?.says(pushed(1));
  (await asked("/api/conversations/28")).answer({ code: "request.busy" }, 503);
  (await asked("/api/sync")).answer(synced(1));
  await vi.waitFor(() => expect(texts()).toEqual([1]));
});

it("forgets what it held when the server went back to a backup", async () => {
  await welcomed();
  (await asked("/api/sync")).answer(synced(3));
  await vi.waitFor(() => expect(texts()).toEqual([1, 2, 3]));
  socket?.says({ t: "welcome", session: "t", resumed: false, era: 2 });
  (await asked("/api/sync")).answer(synced(2, 2));
  await vi.waitFor(() => expect(texts()).toEqual([1, 2]));
});

it("tells of the first message of a conversation that this device did not know", async () => {
  const told: string[] = [];
  class Notice {
    static permission = "granted";
    constructor(_title: string, { tag }: { tag: string }) {
      told.push(tag);
    }
  }
  vi.stubGlobal("Notification", Notice);
  vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
  const { usePreferences } = await import("@/lib/preferences");
  usePreferences.setState({ notifications: true });
  const { tellBy } = await import("./notices");
  const settings = { what: "ALL", hours: null, mutedMentions: true, preview: true, digest: false, digestAt: "08:00" };
  tellBy(async () => ({ settings, previewHidden: false, quietUntil: null, zone: "Asia/Shanghai" }) as never);
  await welcomed();
  (await asked("/api/sync")).answer({ ...synced(1), conversations: [] });
  await vi.waitFor(() => expect(messagingState().ready).toBe(true));
  socket?.says(pushed(1));
  (await asked("/api/conversations/28")).answer(conversation(1));
  await vi.waitFor(() => expect(told).toEqual(["message-28"]));
  vi.restoreAllMocks();
});

it("begins a conversation that is far behind anew from its end, with the mention in what was left out", async () => {
  await welcomed();
  (await asked("/api/sync")).answer(synced(1));
  await vi.waitFor(() => expect(texts()).toEqual([1]));
  socket?.says({ t: "behind", conversation: 28, head: 500 });
  (await asked("/api/conversations/28")).answer({ ...conversation(500), mentionSeq: 300 });
  await vi.waitFor(() => expect(texts()).toEqual([500]));
  expect(messagingState().logs[28]?.info).toMatchObject({ mentionSeq: 300, unread: 500 });
});

it("keeps the switch that was turned just before the next one", async () => {
  await welcomed();
  const settings = { mentionAllAdminsOnly: false, addMembersAdminsOnly: false, historyForNewcomers: false };
  const info = { ...conversation(1), title: "项目组", settings };
  (await asked("/api/sync")).answer({ ...synced(1), conversations: [{ ...info, entries: [entry(1)] }] });
  await vi.waitFor(() => expect(texts()).toEqual([1]));
  const { saveGroup } = await import("./actions");
  const now = () => messagingState().logs[28]?.info.settings ?? settings;
  void saveGroup(28, { settings: { ...now(), mentionAllAdminsOnly: true } });
  void saveGroup(28, { settings: { ...now(), addMembersAdminsOnly: true } }).catch(() => undefined);
  expect(now()).toMatchObject({ mentionAllAdminsOnly: true, addMembersAdminsOnly: true });
  await asked("/api/conversations/28");
  (await asked("/api/conversations/28")).answer({ code: "messaging.forbidden" }, 403);
  (await asked("/api/conversations/28")).answer(info); // refused: what is so is shown
  await vi.waitFor(() => expect(now()).toEqual(settings));
});

it("asks anew who has read what, after a time in which nobody told", async () => {
  await welcomed();
  (await asked("/api/sync")).answer(synced(1));
  await vi.waitFor(() => expect(texts()).toEqual([1]));
  const counts = () => messagingState().receipts[28];
  const told = { t: "receipts", conversation: 28, items: [{ seq: 1, read: 1, total: 3 }] };
  socket?.says(told);
  socket?.says({ t: "welcome", session: "s", resumed: true, era: 1 });
  expect(counts()?.[1]?.read).toBe(1);
  socket?.says({ t: "behind", conversation: 28, head: 0 });
  expect(counts()).toBeUndefined();
  socket?.says(told);
  socket?.says({ t: "welcome", session: "t", resumed: false, era: 1 });
  expect(counts()).toBeUndefined();
});

it("shows nothing that was recalled while older messages were on their way", async () => {
  await welcomed();
  const tail = [entry(4), entry(5)];
  (await asked("/api/sync")).answer({ ...synced(5), conversations: [{ ...conversation(5), entries: tail }] });
  await vi.waitFor(() => expect(texts()).toEqual([4, 5]));
  const { loadOlder, reach } = await import("./actions");
  const path = "/api/conversations/28/entries";
  const said = () => {
    const held = messagingState().logs[28];
    return (held?.island ?? held?.entries ?? []).filter(({ body }) => body.text).map(({ seq }) => seq);
  };
  const looking = reach(28, 1);
  const pages = [await asked(path), await asked(path)];
  const recall = { ...entry(6), no: 5, kind: "RECALL", target: 2, body: {} };
  socket?.says({ t: "entry", conversation: 28, entry: recall, head: { seq: 6, no: 5 } });
  pages[0]?.answer({ items: [entry(1)], head: 6 });
  pages[1]?.answer({ items: [entry(2)], head: 6 });
  await looking;
  expect(said()).toEqual([1]);
  messagingState().logs[28] = { ...messagingState().logs[28], island: null } as never;
  const older = loadOlder(28);
  (await asked(path)).answer({ items: [entry(1), entry(2), entry(3)], head: 6 });
  await older;
  expect(said()).toEqual([1, 3, 4, 5]);
});
