import i18next from "i18next";
import { beforeAll, expect, it } from "vitest";
import { nameOf } from "@/api/people";
import type { Card } from "@/api/types";
import { isApp, titleOf } from "@/lib/conversation-title";
import { startI18n, type Translate } from "@/lib/i18n";
import { conversation, entry } from "@/lib/samples";
import { lastLine } from "./words";

const VOICE: Card = {
  id: 9,
  name: "approval",
  alias: "",
  title: "",
  avatar: null,
  state: "ACTIVE",
  kind: "BOT",
  app: "approval",
};

beforeAll(() => startI18n("zh-CN"));

it("names an app in the reader's words, and one it does not know as it came", () => {
  expect(nameOf(VOICE)).toBe("审批");
  expect(nameOf({ ...VOICE, name: "午餐", app: "lunch" })).toBe("午餐");
});

it("shows a card in the list with its app and title", () => {
  const t = i18next.t as Translate;
  const card = { type: "approval", id: 7, title: "张三的请假", lines: [], link: "/approvals/7" };
  const info = conversation({
    kind: "DIRECT",
    peer: VOICE,
    last: entry(1, { kind: "CARD", sender: 9, body: { card } }),
  });
  expect(isApp(info)).toBe(true);
  expect(titleOf(info, t)).toBe("审批");
  expect(lastLine(info, t, { me: 1, of: () => "" })).toBe("[审批] 张三的请假");
});

it("says in a customer's thread who began it and who serves now", () => {
  const t = i18next.t as Translate;
  const names = { me: 1, of: (id: number) => ({ 1: "你", 4: "访客 4821", 5: "王顾问" })[id] ?? "" };
  const last = (event: "MET" | "HANDED_OVER", by: number, members: number[]) =>
    entry(1, { kind: "SYSTEM", sender: by, body: { event, by, members, memberTotal: 2 } });
  const info = conversation({ kind: "CUSTOMER", external: true, last: last("MET", 4, [1]) });

  expect(lastLine(info, t, names)).toBe("访客 4821与你开始了对话");
  expect(lastLine({ ...info, last: last("HANDED_OVER", 1, [5]) }, t, names)).toBe("王顾问接替你负责这位客户");
});
