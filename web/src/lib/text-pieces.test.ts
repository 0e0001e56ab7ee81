import { expect, it } from "vitest";
import { pieces } from "./text-pieces";

const shown = (text: string, names: { name: string; me: boolean }[] = [], everyone = false) =>
  pieces(text, names, everyone).map((piece) => `${piece.kind}:${piece.text}`);

it("finds links and leaves the sentence's punctuation alone", () => {
  expect(shown("见 https://example.com/a?b=1，或 http://intra/x.")).toEqual([
    "text:见 ",
    "link:https://example.com/a?b=1",
    "text:，或 ",
    "link:http://intra/x",
    "text:.",
  ]);
});

it("never makes a link of anything but http", () => {
  expect(shown("javascript:alert(1) data:text/html,x")).toEqual(["text:javascript:alert(1) data:text/html,x"]);
});

it("marks only names that are mentioned, the longer one first", () => {
  const names = [
    { name: "张三", me: true },
    { name: "张三丰", me: false },
  ];

  expect(shown("@张三丰 @张三 @李四", names)).toEqual(["mention:@张三丰", "text: ", "mention:@张三", "text: @李四"]);
});

it("marks everyone only when everyone is meant", () => {
  expect(shown("@所有人 好", [], true)).toEqual(["mention:@所有人", "text: 好"]);
  expect(shown("@所有人 好", [], false)).toEqual(["text:@所有人 好"]);
});
