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
