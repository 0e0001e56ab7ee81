import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { BrowserContext, Page, WebSocketRoute } from "@playwright/test";
import { wellMade } from "../support/accessible.ts";
import { Chat } from "../support/chat.ts";
import { Company, type Person } from "../support/company.ts";
import { expect, test } from "../support/test.ts";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
/** One red pixel. */
const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
  "base64",
);

interface Card {
  path: string;
}

/** The customer's page as he sees it. */
class Visit {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get box() {
    return this.page.getByRole("textbox", { name: "输入消息" });
  }

  message(text: string) {
    return this.page.locator("article").filter({ hasText: text });
  }

  async begin(name: string) {
    await this.page.getByRole("button", { name: "聊一聊" }).click();
    await this.page.getByLabel("怎么称呼您（选填）").fill(name);
    await this.page.getByRole("button", { name: "同意并开始" }).click();
    await expect(this.box).toBeVisible();
  }

  async say(text: string) {
    await this.box.fill(text);
    await this.page.getByRole("button", { name: "发送", exact: true }).click();
    await expect(this.message(text)).toBeVisible();
  }
}

let company: Company;
let seller: Person;
let card: Card;

test.beforeAll(async () => {
  company = await Company.create();
  seller = await company.hire("李客服");
  card = await seller.call<Card>("PUT", "/api/my-card", {
    title: "资深顾问",
    needs: ["产品报价", "售后维修"],
    attributes: [{ label: "官网", text: "example.com", url: "https://example.com/" }],
    autoReply: "",
    skipVerify: true,
  });
});

/** Both themes: colours follow the system. */
async function wellMadeInBothThemes(page: Page) {
  await wellMade(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await wellMade(page);
  await page.emulateMedia({ colorScheme: "light" });
}

/** The network of a device that can be cut: Chromium leaves open sockets alone when it is told to be offline. */
async function cuttable(context: BrowserContext) {
  const sockets = new Set<WebSocketRoute>();
  await context.routeWebSocket(/\/socket/, (socket) => {
    socket.connectToServer();
    sockets.add(socket);
  });
  return {
    cut: async () => {
      await context.setOffline(true);
      for (const socket of sockets) await socket.close();
      sockets.clear();
    },
    mend: () => context.setOffline(false),
  };
}

async function guest(context: BrowserContext, path: string): Promise<Visit> {
  const page = await context.newPage();
  await page.goto(path);
  return new Visit(page);
}

test("a customer opens a card, chats both ways and loses nothing without a network", async ({ browser }) => {
  const desk = new Chat(await seller.open(browser, "/messages"));
  const phone = await browser.newContext({ baseURL: process.env.QIAO_URL, ...PHONE });
  const network = await cuttable(phone);
  const visit = await guest(phone, card.path);
  const { page } = visit;
  await expect(page.getByRole("heading", { name: "李客服", level: 1 })).toBeVisible();
  await expect(page.getByText("产品报价")).toBeVisible();
  await wellMadeInBothThemes(page);

  await page
    .getByRole("button", { name: "English" })
    .or(page.getByRole("button", { name: "Switch to English" }))
    .click();
  await expect(page.getByRole("button", { name: "Chat" })).toBeVisible();
  await page.getByRole("button", { name: "切换到中文" }).click();

  await page.getByRole("button", { name: "聊一聊" }).click();
  await wellMadeInBothThemes(page);
  await page.getByRole("button", { name: "关闭" }).click();
  await visit.begin("小林");
  await visit.say("你好，想问一下报价");

  await desk.open("小林");
  await expect(desk.message("你好，想问一下报价")).toBeVisible();
  await expect(desk.page.getByRole("main").or(desk.page.locator("body")).getByText("外部").first()).toBeVisible();
  await desk.say("收到，马上发你");
  await expect(visit.message("收到，马上发你")).toBeVisible();

  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "发送图片" }).click();
  await (await chooser).setFiles({ name: "样品.png", mimeType: "image/png", buffer: PIXEL });
  await expect(desk.page.getByRole("button", { name: "查看图片 样品.png" })).toBeVisible();
  await page.getByRole("button", { name: "查看图片 样品.png" }).click();
  await expect(page.getByRole("dialog", { name: "图片查看" }).getByRole("img")).toBeVisible();
  await page.keyboard.press("Escape");
  await wellMadeInBothThemes(page);

  await page.reload();
  await expect(visit.message("收到，马上发你")).toBeVisible();
  await network.cut();
  await visit.say("没有网络时写的");
  await expect(page.getByText("等待网络")).toBeVisible();
  await network.mend();
  await expect(desk.message("没有网络时写的")).toBeVisible();
  await expect(page.locator("[data-outgoing]")).toHaveCount(0);
  await expect(visit.message("没有网络时写的")).toHaveCount(1);
  await page.reload();
  await expect(visit.message("没有网络时写的")).toHaveCount(1);
  await expect(desk.message("没有网络时写的")).toHaveCount(1);

  await visit.say("发错了");
  await visit.message("发错了").getByRole("button", { name: "消息操作" }).click();
  await page.getByRole("button", { name: "撤回" }).click();
  await expect(page.getByText("您撤回了一条消息")).toBeVisible();
  await expect(desk.page.getByText("小林撤回了一条消息").last()).toBeVisible();

  const other = await browser.newContext({ baseURL: process.env.QIAO_URL, ...PHONE });
  const stranger = await guest(other, card.path);
  await expect(stranger.page.getByRole("button", { name: "聊一聊" })).toBeVisible();
  await expect(stranger.page.getByText("收到，马上发你")).toHaveCount(0);

  await page.getByRole("button", { name: "更多操作" }).click();
  await page.getByRole("button", { name: "结束联系" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "结束联系" }).click();
  await expect(page.getByText("对话已结束").first()).toBeVisible();
  await expect(visit.box).toHaveCount(0);
  await expect(visit.message("收到，马上发你")).toBeVisible();
});

test("a foreign page holds the chat in a frame when the company allows it, and only then", async ({ browser }) => {
  const qiao = process.env.QIAO_URL ?? "";
  const code = card.path.split("/").pop();
  const foreign = createServer((_request, response) => {
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end(
      `<!doctype html><title>店</title><h1>桥头小店</h1><script src="${qiao}/widget.js" data-code="${code}" async></script>`,
    );
  });
  await new Promise<void>((resolve) => foreign.listen(0, "127.0.0.1", resolve));
  const shop = `http://127.0.0.1:${(foreign.address() as AddressInfo).port}`;
  try {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(shop);
    await page.getByRole("button", { name: "联系我们" }).click();
    const frame = page.frameLocator("iframe");
    await expect(frame.getByRole("button", { name: "聊一聊" })).toHaveCount(0);

    const settings = await company.owner.call<object>("GET", "/api/admin/customers/settings");
    await company.owner.call("PUT", "/api/admin/customers/settings", { ...settings, sites: [shop] });
    await page.reload();
    await page.getByRole("button", { name: "联系我们" }).click();
    await frame.getByRole("button", { name: "聊一聊" }).click();
    await frame.getByRole("button", { name: "同意并开始" }).click();
    await frame.getByRole("textbox", { name: "输入消息" }).fill("从网站来的");
    await frame.getByRole("button", { name: "发送", exact: true }).click();
    await expect(frame.locator("article").filter({ hasText: "从网站来的" })).toBeVisible();

    await frame.getByRole("button", { name: "关闭" }).click();
    await expect(page.locator("iframe")).toBeHidden();
    const desk = new Chat(await seller.open(browser, "/messages"));
    await desk.open("访客");
    await desk.say("欢迎光临");
    await expect(page.getByRole("button", { name: "联系我们，1 条新消息" })).toBeVisible();
  } finally {
    foreign.close();
  }
});
