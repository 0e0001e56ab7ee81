import "fake-indexeddb/auto";
import { expect, it } from "vitest";
import { Problem } from "@/api/http";
import type { EntryBody } from "@/api/types";
import type { VisitMe } from "@/api/visit-types";
import enGroup from "@/i18n/en/visit-group.json";
import zhGroup from "@/i18n/zh/visit-group.json";
import { entry } from "@/lib/samples";
import { groupLine } from "./group-line";
import { dropFile, keepFile, keptFile } from "./kept-files";
import { asOwn, nameOf } from "./names";
import { placeOf } from "./place";
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
