import type { Browser, Page } from "@playwright/test";
import { wellMade } from "../support/accessible.ts";
import { Chat } from "../support/chat.ts";
import { Company } from "../support/company.ts";
import { expect, test } from "../support/test.ts";

/** The narrowest telephone that is promised. */
const NARROW = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true };
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

interface Group {
  id: number;
  version: number;
}

/** A customer who opened the code of a group. */
async function joined(browser: Browser, path: string, name: string, device: typeof PHONE): Promise<Page> {
  const context = await browser.newContext({ baseURL: process.env.QIAO_URL, ...device });
  const page = await context.newPage();
  await page.goto(path);
  await expect(page.getByRole("heading", { name: "春茶福利群", level: 1 })).toBeVisible();
  await page.getByRole("button", { name: "加入群聊" }).click();
  await page.getByLabel("怎么称呼您（选填）").fill(name);
  await page.getByRole("button", { name: "同意并加入" }).click();
  await expect(page.getByRole("textbox", { name: "输入消息" })).toBeVisible();
  return page;
}

async function says(page: Page, text: string): Promise<void> {
  await page.getByRole("textbox", { name: "输入消息" }).fill(text);
  await page.getByRole("button", { name: "发送", exact: true }).click();
}

const heard = (page: Page, text: string) => expect(page.locator("article").filter({ hasText: text })).toBeVisible();

test("two customers join a group by its code, talk, are welcomed and answered, and one of them is put out", async ({
  browser,
}) => {
  const company = await Company.create();
  const li = await company.hire("李群主");
  const wang = await company.hire("王同事");

  const desk = await li.open(browser, "/customers/groups");
  await desk.getByRole("button", { name: "新建客户群" }).click();
  await desk.getByLabel("群名称", { exact: true }).fill("春茶福利群");
  await desk.getByRole("button", { name: "创建群聊" }).click();
  await expect(desk.getByRole("heading", { name: "春茶福利群", level: 1 })).toBeVisible();
  const id = Number(new URL(desk.url()).pathname.split("/").at(-1));
  const address = `/api/customer-groups/${id}`;
  await li.call("POST", `${address}/members`, { staffIds: [wang.id], customerIds: [] });
  const { version } = await li.call<Group>("GET", address);
  await li.call("PUT", `${address}/settings`, {
    nameLocked: false,
    mutedAll: false,
    welcome: { text: "欢迎 {nickname} 来喝茶", attachments: [] },
    replies: [{ match: "CONTAINS", words: ["价格"], text: "每斤三百八十元", files: [], coolSeconds: 0 }],
    version,
  });
  await li.call("POST", "/api/customer-group-rules", {
    name: "不许代购",
    groups: [id],
    content: {
      words: ["代购"],
      links: false,
      allowed: [],
      phones: false,
      pictures: false,
      qr: false,
      flood: null,
      action: "WARN",
      muteMinutes: 10,
      strikes: 3,
    },
    on: true,
  });

  await desk.goto("/customers/groups?tab=codes");
  await desk.getByRole("button", { name: "新建入群码" }).click();
  await desk.getByLabel("名称", { exact: true }).fill("门店海报");
  await desk.getByRole("combobox", { name: "进入哪些群" }).fill("春茶");
  await desk.locator(".ant-select-item-option", { hasText: "春茶福利群" }).click();
  await desk.getByLabel("群都满了自动建新群").uncheck();
  await desk.getByRole("button", { name: "保存" }).click();
  await expect(desk.getByRole("img", { name: "门店海报的二维码" })).toBeVisible();
  const path = /\/g\/[\w-]+/.exec((await desk.getByText(/\/g\//).textContent()) ?? "")?.[0] ?? "";

  const lin = await joined(browser, path, "小林", NARROW);
  await heard(lin, "欢迎 小林 来喝茶");
  const zhou = await joined(browser, path, "小周", PHONE);
  await says(lin, "请问价格多少");
  for (const page of [lin, zhou]) await heard(page, "每斤三百八十元");
  await expect(zhou.getByText("小林", { exact: true }).first()).toBeVisible();
  await wellMade(lin);

  await desk.goto("/messages");
  const chat = new Chat(desk);
  await chat.open("春茶福利群");
  await chat.say("欢迎大家提问");
  await heard(lin, "欢迎大家提问");
  const colleague = new Chat(await wang.open(browser, "/messages"));
  await colleague.open("春茶福利群");
  await expect(colleague.message("请问价格多少").getByText("外部", { exact: true })).toBeVisible();

  await says(zhou, "我这里有代购");
  await expect(zhou.getByRole("alert")).toContainText("不允许的词");
  await desk.getByRole("button", { name: "管理客户群" }).click();
  await desk.getByRole("button", { name: "小周的更多操作" }).click();
  await desk.getByRole("menuitem", { name: "移出并拉黑" }).click();
  await desk.getByRole("button", { name: "移出并拉黑" }).click();
  await expect(zhou.getByRole("heading", { name: "您已不在这个群里" })).toBeVisible();
  await expect(desk.getByText("小周")).toHaveCount(0);
  await wellMade(desk);

  await zhou.goto(path);
  await zhou.getByRole("button", { name: "加入群聊" }).click();
  await zhou.getByRole("button", { name: "同意并加入" }).click();
  await expect(zhou.getByRole("alert")).toContainText("您不能加入这个群");
});
