import { api } from "@/api/http";
import type { Conversation, Entry, EntryPage, Receipt } from "@/api/types";
import { randomKey } from "@/lib/keys";
import * as log from "@/lib/log";
import { fetchConversation, postRead, socket, take } from "./live";
import { readsTold } from "./reads-told";
import { changeLog, forgetLog, keepReceipts, messagingState } from "./store";

const PAGE = 50;
const READ_MS = 300;
let readTimer: ReturnType<typeof setTimeout> | undefined;

/** The newest entry is on the screen: everything is read. Told to the server at most every 300 ms. */
export function markRead(id: number) {
  const held = messagingState().logs[id];
  if (!held) return;
  const seq = log.lastSeq(held);
  if (seq <= held.info.readSeq) return;
  changeLog(id, (now) => log.read(now, { seq, no: now.entries.at(-1)?.no ?? now.info.readNo }));
  readsTold.note(id, seq);
  if (readTimer === undefined) readTimer = setTimeout(tellReads, READ_MS);
}

export function tellReads() {
  readTimer = undefined;
  readsTold.tell(postRead);
}

export function tellTyping(conversation: number) {
  socket.post({ t: "typing", conversation });
}

function page(id: number, query: { before?: number; after?: number }): Promise<EntryPage> {
  return api.get<EntryPage>(`/api/conversations/${id}/entries`, { ...query, limit: PAGE });
}

/** What was recalled while they were on their way came with its words: nobody tells them again that it is gone. */
function withoutRecalled(items: Entry[], { entries }: log.ConversationLog): Entry[] {
  const recalls = new Map(entries.flatMap((each) => (each.kind === "RECALL" ? [[each.target, each] as const] : [])));
  return items.map((item) => {
    const by = item.recalledBy ? undefined : recalls.get(item.seq);
    if (!by) return item;
    return { ...item, body: {}, quote: null, recalledBy: { seq: by.seq, by: by.sender, at: by.at } };
  });
}

const loading = new Set<string>();

/** One request of a kind at a time. It is over before its answer is applied: what is drawn then may ask for the next one. */
async function once<T>(name: string, ask: () => Promise<T>, apply: (answer: T) => void) {
  if (loading.has(name)) return;
  loading.add(name);
  const answer = await ask().finally(() => loading.delete(name));
  apply(answer);
}

/** Scrolled to the top: the stretch before, if there is any. */
export async function loadOlder(id: number) {
  const held = messagingState().logs[id];
  const first = held ? (held.island?.[0]?.seq ?? log.firstSeq(held)) : 0;
  if (!held || first <= held.info.fromSeq || first <= 1) return;
  await once(
    `older${id}`,
    () => page(id, { before: first }),
    (page) =>
      changeLog(id, (now) => {
        const items = withoutRecalled(page.items, now);
        return now.island ? log.growIsland(now, items) : log.prepend(now, items);
      }),
  );
}

/** Scrolled to the end of an island: the stretch after. */
export async function loadNewer(id: number) {
  const last = messagingState().logs[id]?.island?.at(-1)?.seq;
  if (last === undefined) return;
  await once(
    `newer${id}`,
    () => page(id, { after: last }),
    ({ items }) => changeLog(id, (now) => log.growIsland(now, withoutRecalled(items, now))),
  );
}

/** Makes sure that an entry is among what is shown; false when it is not to be seen. */
export async function reach(id: number, seq: number): Promise<boolean> {
  const held = messagingState().logs[id];
  if (!held || seq < held.info.fromSeq) return false;
  const shown = held.island ?? held.entries;
  if (seq >= (shown[0]?.seq ?? 0) && seq <= (shown.at(-1)?.seq ?? 0)) return true;
  if (held.island && seq >= log.firstSeq(held)) {
    changeLog(id, log.closeIsland);
    return true;
  }
  const [before, after] = await Promise.all([page(id, { before: seq + 1 }), page(id, { after: seq })]);
  changeLog(id, (now) => log.openIsland(now, withoutRecalled([...before.items, ...after.items], now)));
  return true;
}

export function toLatest(id: number) {
  changeLog(id, log.closeIsland);
}

export async function recall(conversation: number, target: number) {
  await socket.command({ t: "recall", conversation, key: randomKey(), target });
}

export async function prefer(id: number, change: Partial<Pick<Conversation, "muted" | "pinned">>) {
  const held = messagingState().logs[id];
  if (!held) return;
  const { muted, pinned } = held.info;
  changeLog(id, (now) => log.prefer(now, change));
  try {
    await api.put(`/api/conversations/${id}/preferences`, { muted, pinned, ...change });
  } catch (error) {
    changeLog(id, (now) => log.prefer(now, { muted, pinned }));
    throw error;
  }
}

export async function leave(id: number) {
  await api.delete(`/api/conversations/${id}/members/${messagingState().me}`);
  forgetLog(id);
}

export async function dissolve(id: number) {
  await api.delete(`/api/conversations/${id}`);
  forgetLog(id);
}

/** Finds or makes the conversation with one person. */
export async function openDirect(memberId: number): Promise<number> {
  const info = await api.post<Conversation>("/api/conversations", { kind: "DIRECT", memberId });
  take(info, []);
  return info.id;
}

export async function createGroup(title: string, memberIds: number[], key: string): Promise<number> {
  const info = await api.post<Conversation>("/api/conversations", {
    kind: "GROUP",
    title: title || undefined,
    memberIds,
    key,
  });
  take(info, []);
  return info.id;
}

export async function saveGroup(id: number, change: Partial<Pick<Conversation, "title" | "settings">>) {
  const held = messagingState().logs[id];
  if (!held) return;
  const { title, settings } = { ...held.info, ...change };
  // Shown at once: who turns the next switch builds on it.
  changeLog(id, (now) => ({ ...now, info: { ...now.info, settings } }));
  try {
    await api.put(`/api/conversations/${id}`, { title, settings });
  } finally {
    await fetchConversation(id);
  }
}

const askedReceipts = new Set<string>();

/** Read counts of own messages on the screen; pushed changes keep them fresh afterwards. */
export async function wantReceipts(id: number, seqs: number[]) {
  const held = messagingState().receipts[id] ?? {};
  const missing = seqs.filter((seq) => !held[seq] && !askedReceipts.has(`${id}.${seq}`)).slice(-100);
  if (missing.length === 0) return;
  for (const seq of missing) askedReceipts.add(`${id}.${seq}`);
  try {
    const { items } = await api.get<{ items: Receipt[] }>(`/api/conversations/${id}/receipts`, {
      seqs: missing.join(","),
    });
    keepReceipts(id, items);
  } catch {
    // Receipts may be switched off in this company.
  } finally {
    for (const seq of missing) askedReceipts.delete(`${id}.${seq}`);
  }
}
