import "fake-indexeddb/auto";
import { expect, it, vi } from "vitest";
import { Problem } from "@/api/http";
import type { Conversation, EntryBody } from "@/api/types";
import type { VisitMe } from "@/api/visit-types";
import enGroup from "@/i18n/en/visit-group.json";
import zhGroup from "@/i18n/zh/visit-group.json";
import type { ConversationLog } from "@/lib/log";
import { entry } from "@/lib/samples";
import { storedNames, writeStored } from "@/lib/storage";
import { copyFrom, copyOf } from "./copy";
import { draftOf, forgetGuest, keepDraft, keepToken, tokenOf } from "./device";
import { groupLine } from "./group-line";
import { dropFile, keepFile, keptFile } from "./kept-files";
import { asOwn, nameOf } from "./names";
import { placeOf } from "./place";
import type { VisitState } from "./store";
import { systemLine } from "./system-line";
import { bringWords, troubleText, wordsOf } from "./words";
import { zeroBits } from "./zero-bits";

const me = {
  id: 1,
  ids: [1, 8],
  threads: [
    { conversationId: 5, person: { id: 2, name: "李客服" }, people: [{ id: 4, name: "赵销售" }] },
    { conversationId: 6, person: { id: 3, name: "王顾问" }, people: [] },
  ],
} as unknown as VisitMe;

it("reads the code and where the visitor comes from out of the address", () => {
  const address = new URL("https://qiao.example.com/v/aB3dE6gH9jKm?embed=1&state=pricing-page&thread=17");
  expect(placeOf(address)).toEqual({
    code: "aB3dE6gH9jKm",
    group: false,
    state: "pricing-page",
    embedded: true,
    thread: 17,
  });
  expect(placeOf(new URL("https://qiao.example.com/g/aB3dE6gH9jKm")).group).toBe(true);
  expect(placeOf(new URL("https://qiao.example.com/v/%E0%A4%A"))).toMatchObject({
    code: "%E0%A4%A",
    embedded: false,
    thread: null,
  });
});

it("fills in words and chooses between one and many", () => {
  const en = wordsOf("en-US");
  expect(en("threads.unread", { count: 1 })).toBe("1 unread message");
  expect(en("threads.unread", { count: 3 })).toBe("3 unread messages");
  expect(wordsOf("zh-CN")("threads.unread", { count: 1 })).toBe("1 条未读");
  expect(en("consent.text", { company: "Bridge Ltd" })).toContain("Bridge Ltd keeps");
});

it("tells why a rule of a group refused a message, in words that come with the group", () => {
  const t = wordsOf("zh-CN");
  const refused = new Problem(403, "groupguard.refused", { trigger: "LINK" });
  expect(troubleText(t, refused)).toBe(t("problem.unexpected"));
  bringWords("group", { "zh-CN": zhGroup, "en-US": enGroup });
  expect(troubleText(t, refused)).toContain("不允许发链接");
  expect(troubleText(t, { code: refused.code, params: refused.params })).toContain("不允许发链接"); // of a message that failed
  expect(troubleText(t, new Problem(403, "groupguard.refused", { trigger: "QR" }))).toContain("违反了群规则");
  expect(t("group.door.members", { count: 3 })).toBe("群聊 · 3 人");
});

it("counts the zero bits at which a proof of work begins", () => {
  expect(zeroBits(Uint8Array.of(0, 0, 0x3f))).toBe(18);
  expect(zeroBits(Uint8Array.of(0x80))).toBe(0);
  expect(zeroBits(Uint8Array.of(0, 0))).toBe(16);
});

it("says who serves after a hand-over", () => {
  const t = wordsOf("zh-CN");
  const body = { event: "HANDED_OVER" as const, by: 2, members: [3], memberTotal: 2 };
  expect(systemLine(entry(9, { kind: "SYSTEM", body }), me, t)).toBe("现在由王顾问为您服务");
});

it("says what happened in a group", () => {
  const t = wordsOf("zh-CN");
  const nameOf = (id: number) => `${id}号`;
  const said = (body: EntryBody) => groupLine(entry(9, { kind: "SYSTEM", body }), t, nameOf);
  expect(said({ event: "JOINED", by: 3, members: [3] })).toBe("3号加入了群聊");
  expect(said({ event: "JOINED", by: 3, members: [4, 5] })).toBe("3号邀请4号、5号加入群聊");
  expect(said({ event: "REMOVED", by: 3, members: [1, 2, 4, 5, 6, 7] })).toBe(
    "1号、2号、4号、5号、6号等 6 人被移出群聊",
  );
});

it("knows who said what, also from before a hand-over and before two contacts became one", () => {
  const t = wordsOf("zh-CN");
  expect([2, 3, 4, 8, 99].map((id) => nameOf(me, id, t))).toEqual(["李客服", "王顾问", "赵销售", "您", "工作人员"]);
  expect(asOwn([entry(1, { sender: 8 }), entry(2, { sender: 2 })], me).map((each) => each.sender)).toEqual([1, 2]);
});

it("keeps the bytes of a file on the device until they are dropped", async () => {
  const file = new File(["abc"], "a.txt", { type: "text/plain" });
  expect(await keepFile("k1", file)).toBe(true);
  expect(await keptFile("k1")).not.toBeNull();
  await dropFile("k1");
  expect(await keptFile("k1")).toBeNull();
});

function talkWith(id: number, count: number, text = "早"): ConversationLog {
  const entries = Array.from({ length: count }, (_, at) => entry(at + 1, { body: { text } }));
  return { info: { id, movedAt: `2026-11-27T0${id % 10}:00:00Z` } as Conversation, entries, island: null };
}

function held(logs: ConversationLog[]): VisitState {
  const byId = Object.fromEntries(logs.map((each) => [each.info.id, each]));
  return { me, groups: [], ready: true, view: { name: "chat", conversation: 5 }, logs: byId } as unknown as VisitState;
}

it("keeps the last words of the conversations that moved last, within bounds", () => {
  const copy = copyFrom(held([talkWith(5, 80), ...Array.from({ length: 11 }, (_, at) => talkWith(at + 10, 1))]), 7);
  expect(copy).toMatchObject({ at: 7, conversation: 5, me: { id: 1 } });
  expect(Object.keys(copy?.logs ?? {})).toHaveLength(10);
  const words = copyFrom(held([talkWith(5, 80)]), 7)?.logs[5]?.entries ?? [];
  expect(words.map(({ seq }) => seq)).toEqual(Array.from({ length: 30 }, (_, at) => at + 51));
  const long = copyFrom(held([talkWith(5, 30, "长".repeat(30_000))]), 7);
  expect(JSON.stringify(long).length).toBeLessThan(410_000);
  expect(long?.logs[5]?.entries.at(-1)?.seq).toBe(30);
  expect(copyFrom({ ...held([]), me: null }, 7)).toBeNull();
  expect(copyFrom({ ...held([]), view: { name: "closed", why: "blocked" } }, 7)).toBeNull();
});

it("forgets with a guest what he saw, what he wrote and what was on its way, and of nobody else", async () => {
  const copy = copyFrom(held([talkWith(5, 3)]), Date.now());
  for (const orgId of [7, 8]) writeStored(`visit.copy.${orgId}`, copy);
  for (const orgId of [7, 8]) writeStored(`visit.outbox.${orgId}.1.key${orgId}`, { key: `key${orgId}` });
  for (const orgId of [7, 8]) await keepFile(`key${orgId}`, new File(["x"], "样品.txt"));
  keepDraft(5, "还没写完");
  expect(copyOf(7)).toMatchObject({ conversation: 5 });
  expect(copyOf(7, Date.now() + 15 * 24 * 3_600_000)).toBeNull();

  writeStored("visit.copy.7", copy);
  keepToken(7, "v.token");
  expect([tokenOf(7), copyOf(7), draftOf(5), storedNames("visit.outbox.7.")]).toEqual(["v.token", null, "", []]);
  await vi.waitFor(async () => expect(await keptFile("key7")).toBeNull());
  expect(await keptFile("key8")).not.toBeNull();
  expect([copyOf(8) === null, storedNames("visit.outbox.8.")]).toEqual([false, ["visit.outbox.8.1.key8"]]);
  forgetGuest(8);
  keepToken(7, null);
  expect([copyOf(8), storedNames("visit.outbox."), tokenOf(7)]).toEqual([null, [], null]);
});
