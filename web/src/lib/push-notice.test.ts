import { expect, test } from "vitest";
import { isChat, readNotice, targetOf } from "./push-notice";

test("a notice is read as the server writes it", () => {
  const notice = {
    title: "三号楼停电",
    body: "请回复",
    link: "https://qiao.example.com/ding/1",
    tag: "notice-42",
    passing: false,
  };

  expect(readNotice(JSON.stringify(notice))).toEqual(notice);
  expect(readNotice(JSON.stringify({ ...notice, link: null })).link).toBeNull();
  expect(readNotice(JSON.stringify({ ...notice, passing: true })).passing).toBe(true);
});

test("what cannot be read is shown without words", () => {
  const shown = { title: "桥 Qiao", body: "", link: null, tag: "notice", passing: false };
  for (const text of [undefined, null, "", "nonsense", "null", "[]", '{"title":1,"body":{},"link":[],"tag":""}']) {
    expect(readNotice(text)).toEqual(shown);
  }
});

test("a click leads to a page and never to a script", () => {
  const origin = "https://qiao.example.com";

  expect(targetOf("https://qiao.example.com/ding/1?x=1", origin)).toBe("https://qiao.example.com/ding/1?x=1");
  expect(targetOf("/ding/1", origin)).toBe("https://qiao.example.com/ding/1");
  expect(targetOf(null, origin)).toBe("https://qiao.example.com/");
  expect(targetOf("javascript:alert(1)", origin)).toBe("https://qiao.example.com/");
  expect(targetOf("http://[", origin)).toBe("https://qiao.example.com/");
});

test("messages are shown in the chat and on no other page of this server", () => {
  const shown = (path: string) => isChat(`https://qiao.example.com${path}`);

  expect(["/", "/messages/7", "/dings", "/dings/3", "/approvals"].filter(shown)).toHaveLength(5);
  expect(["/admin", "/admin/members?q=x", "/v/code", "/g/code", "/ding/token", "/files/x"].filter(shown)).toEqual([]);
});
