import i18next from "i18next";
import { beforeAll, expect, it } from "vitest";
import words from "@/i18n/zh/ding-admin.json";
import notice from "@/i18n/zh/notice.json";
import { startI18n } from "@/lib/i18n";
import { changesOf } from "./audit-changes";

beforeAll(async () => {
  await startI18n("zh-CN");
  i18next.addResourceBundle("zh-CN", "translation", { dingAdmin: words, notice });
});

const t = i18next.t.bind(i18next) as Parameters<typeof changesOf>[0];

it("names what was changed as the forms do, with old and new", () => {
  const detail = {
    changes: [
      { field: "dingsPerHour", before: "20", after: "3" },
      { field: "mailbox.host", before: null, after: "imap.example.com" },
      { field: "enabled", before: "true", after: "false" },
      { field: "ladder.steps", before: "[1]", after: "[2]" },
      { field: "x.unknown", before: "a", after: "b" },
    ],
    secrets: ["auth.secret"],
  };
  expect(changesOf(t, { detail })).toEqual([
    "每人每小时最多几条 DING：20 → 3",
    "退信邮箱服务器（IMAP）：空 → imap.example.com",
    "启用：是 → 否",
    "提醒阶梯已更改",
    "另有 2 项",
  ]);
  expect(changesOf(t, { detail: { secrets: ["auth.secret"], changes: [detail.changes[4]] } })).toEqual([
    "x.unknown：a → b",
    "密码、令牌或密钥已更改",
  ]);
  expect(changesOf(t, { detail: { recipients: 3 } })).toEqual([]);
});

it("says of a new connection only where it leads, and of one that is gone nothing", () => {
  const changes = [
    { field: "enabled", before: null, after: "true" },
    { field: "from", before: null, after: "a@example.com" },
    { field: "host", before: null, after: "smtp.example.com" },
    { field: "username", before: null, after: "" },
  ];
  expect(changesOf(t, { detail: { channel: "EMAIL", after: "SMTP", changes, secrets: ["password"] } })).toEqual([
    "服务器地址：smtp.example.com",
    "发件地址：a@example.com",
  ]);
  expect(changesOf(t, { detail: { channel: "EMAIL", before: "SMTP", changes } })).toEqual([]);
});
