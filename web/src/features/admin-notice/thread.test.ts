import { expect, it } from "vitest";
import { openCall, pieces, thread } from "./thread";
import type { PhoneCall, PhoneText } from "./use-simulation";

const text = (id: number, at: string): PhoneText => ({ id, fromPhone: false, text: "", state: "DELIVERED", at });
const call = (id: number, startedAt: string, state: PhoneCall["state"]): PhoneCall => ({
  id,
  speech: "",
  state,
  pressed: null,
  startedAt,
  answeredAt: null,
  endedAt: null,
});

it("tells texts and calls in the order in which they came", () => {
  const items = thread(
    [text(2, "2026-11-26T10:00:02.5Z"), text(1, "2026-11-26T10:00:00Z")],
    [call(9, "2026-11-26T10:00:02Z", "ENDED")],
  );
  expect(items.map(({ text: one, call: other }) => one?.id ?? other?.id)).toEqual([1, 9, 2]);
});

it("knows which call waits for somebody", () => {
  expect(openCall([call(1, "", "ENDED"), call(2, "", "RINGING")])?.id).toBe(2);
  expect(openCall([call(1, "", "NO_ANSWER")])).toBeUndefined();
});

it("finds the address in a text, without the Chinese full stop behind it", () => {
  expect(pieces("请到现场 https://q.example/ding/abc-_1。回复1确认")).toEqual([
    { text: "请到现场 ", link: false },
    { text: "https://q.example/ding/abc-_1", link: true },
    { text: "。回复1确认", link: false },
  ]);
  expect(pieces("")).toEqual([]);
});
