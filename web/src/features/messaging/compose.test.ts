import { describe, expect, it } from "vitest";
import { bodyOf, mentionAt, sends } from "./compose";
import { EMPTY_DRAFT } from "./store";

describe("the mention being typed", () => {
  it("is what stands between the sign and the caret", () => {
    expect(mentionAt("你好 @张", 5)).toEqual({ from: 3, query: "张" });
    expect(mentionAt("@", 1)).toEqual({ from: 0, query: "" });
  });

  it("ends at a space and does not start inside an address", () => {
    expect(mentionAt("@张三 好", 5)).toBeNull();
    expect(mentionAt("me@example", 10)).toBeNull();
  });
});

describe("what is sent", () => {
  it("leaves out mentions whose names were deleted again", () => {
    const mentions = [
      { id: 7, name: "张三" },
      { id: 8, name: "李四" },
    ];

    expect(bodyOf({ ...EMPTY_DRAFT, text: "@张三 看一下", mentions })).toEqual({
      text: "@张三 看一下",
      mentions: [7],
      mentionAll: false,
    });
  });

  it("is nothing for blanks", () => {
    expect(bodyOf({ ...EMPTY_DRAFT, text: " \n " })).toBeNull();
  });

  it("means everyone only while the words stand there", () => {
    expect(bodyOf({ ...EMPTY_DRAFT, text: "@所有人 开会", mentionAll: true })?.mentionAll).toBe(true);
    expect(bodyOf({ ...EMPTY_DRAFT, text: "开会", mentionAll: true })?.mentionAll).toBe(false);
  });
});

describe("the key that sends", () => {
  const enter = { key: "Enter", ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };

  it("is Enter, or only together with Ctrl when chosen so", () => {
    expect(sends(enter, "ENTER")).toBe(true);
    expect(sends(enter, "CTRL_ENTER")).toBe(false);
    expect(sends({ ...enter, ctrlKey: true }, "CTRL_ENTER")).toBe(true);
    expect(sends({ ...enter, metaKey: true }, "CTRL_ENTER")).toBe(true);
  });

  it("starts a new line together with Shift", () => {
    expect(sends({ ...enter, shiftKey: true }, "ENTER")).toBe(false);
  });
});
