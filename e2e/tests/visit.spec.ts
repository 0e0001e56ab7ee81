import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { BrowserContext, Page, WebSocketRoute } from "@playwright/test";
import { accessible, wellMade } from "../support/accessible.ts";
import { Chat } from "../support/chat.ts";
import { Company, type Person } from "../support/company.ts";
import { expect, test } from "../support/test.ts";
import { PHONE, PIXEL, Visit } from "../support/visit.ts";

interface Card {
  path: string;
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

test("a customer opens a card, chats both ways, loses nothing without a network, proves who he is and complains", async ({
  browser,
}) => {
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

  await expect.poll(() => page.evaluate(async (path) => Boolean(await caches.match(path)), card.path)).toBe(true);
  await network.cut();
  await page.reload();
  const offline = page.getByText("您现在没有联网");
  await expect(offline).toBeVisible();
  await expect(visit.message("收到，马上发你")).toBeVisible();
  await wellMade(page);
  await visit.say("没有网络时重新打开后写的");
  await network.mend();
  await expect(desk.message("没有网络时重新打开后写的")).toHaveCount(1);
  await expect(visit.message("没有网络时重新打开后写的")).toHaveCount(1);
  await expect(offline).toHaveCount(0);

  await visit.say("发错了");
  await visit.message("发错了").getByRole("button", { name: "消息操作" }).click();
  await page.getByRole("button", { name: "撤回" }).click();
  await expect(page.getByText("您撤回了一条消息")).toBeVisible();
  await expect(desk.page.getByText("小林撤回了一条消息").last()).toBeVisible();

  const other = await browser.newContext({ baseURL: process.env.QIAO_URL, ...PHONE });
  const stranger = await guest(other, card.path);
  await expect(stranger.page.getByRole("button", { name: "聊一聊" })).toBeVisible();
  await expect(stranger.page.getByText("收到，马上发你")).toHaveCount(0);

  await prove(visit);
  await refuseAnother(visit);
  await visit.choose("举报");
  await page.getByLabel("欺诈").check();
  await page.getByLabel("补充说明（选填）").fill("要我私下转账");
  await page.getByRole("button", { name: "举报并结束联系" }).click();
  await expect(page.getByText("对话已结束").first()).toBeVisible();
  await expect(visit.box).toHaveCount(0);
  await expect(visit.message("收到，马上发你")).toBeVisible();
  const told = await company.owner.call("GET", "/api/admin/customers/farewells");
  expect(told).toMatchObject({ items: [{ reason: "FRAUD", text: "要我私下转账", member: { id: seller.id } }] });

  const { id } = await customer("小林");
  await company.owner.call("POST", `/api/customers/${id}/block`, {});
  await page.reload();
  await expect(page.getByRole("heading", { name: "无法开始聊天" })).toBeVisible();
  const copies = () => Object.keys(localStorage).filter((name) => name.includes("visit.copy"));
  expect(await page.evaluate(copies)).toEqual([]);
  expect(await page.evaluate(() => caches.has("qiao-visit"))).toBe(false);
  await wellMade(page);
});

async function customer(name: string): Promise<{ id: number; relation: number }> {
  interface Line {
    customer: { id: number; name: string };
    relation: { id: number };
  }
  const { items } = await seller.call<{ items: Line[] }>("GET", "/api/customers");
  const line = items.find((each) => each.customer.name === name);
  return { id: line?.customer.id ?? 0, relation: line?.relation.id ?? 0 };
}

/** By a code to his telephone, once a wrong one was refused. */
async function prove(visit: Visit) {
  const { page } = visit;
  const { owner } = company;
  const phone = "/api/admin/notice/simulation/phones/+8613800138000";
  await owner.call("PUT", "/api/admin/notice/simulation", { on: true });
  await owner.call("PUT", phone, { on: true, delivery: "AT_ONCE" });
  await visit.choose("验证联系方式");
  await page.getByLabel("手机短信").check();
  await page.getByLabel("手机号").fill("13800138000");
  await page.getByRole("button", { name: "发送验证码" }).click();
  const field = page.getByLabel("6 位验证码");
  await field.fill("000000");
  await page.getByRole("button", { name: "验证", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("还可以试 4 次");
  let code = "";
  await expect(async () => {
    const { items } = await owner.call<{ items: { text: string }[] }>("GET", `${phone}/messages`);
    code = /验证码 (\d{6})/.exec(items[0]?.text ?? "")?.[1] ?? "";
    expect(code).not.toBe("");
  }).toPass();
  await field.fill(code);
  await page.getByRole("button", { name: "验证", exact: true }).click();
  await expect(page.getByText("已验证", { exact: true })).toBeVisible();
}

/** His employee wants to hand him over; he does not want anybody else. */
async function refuseAnother({ page }: Visit) {
  const other = await company.hire("周接手");
  const { relation } = await customer("小林");
  await seller.call("POST", "/api/handovers", { relationIds: [relation], takerId: other.id });
  await expect(page.getByText(/周接手 将从 .* 起为您服务/)).toBeVisible();
  await wellMade(page);
  await page.getByRole("button", { name: "不更换" }).click();
  await expect(page.getByText(/周接手 将从/)).toBeHidden();
  const { items } = await seller.call<{ items: { state: string }[] }>("GET", "/api/handovers?scope=OUTGOING");
  expect(items.map(({ state }) => state)).toEqual(["REFUSED"]);
}

test("a code made in the page greets with its picture, in a foreign page too when the company allows it", async ({
  browser,
}) => {
  const office = await company.owner.open(browser, "/customers/ways/new");
  const path = await madeInThePage(office);
  await office.goto("/customers/site");
  const tagged = office.getByRole("region", { name: "网页代码" });
  await expect(tagged.getByText(`data-code="${path.split("/").pop()}"`)).toBeVisible();
  const tag = ((await tagged.locator("pre").textContent()) ?? "").trim();
  const foreign = createServer((_request, response) => {
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end(`<!doctype html><title>店</title><h1>桥头小店</h1>${tag}`);
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

    await office.getByRole("combobox", { name: "网站地址" }).fill(`${shop}/about`);
    await office.keyboard.press("Enter");
    await office.getByRole("region", { name: "允许的网站" }).getByRole("button", { name: "保存" }).click();
    await expect(office.getByText("已保存")).toBeVisible();
    await page.reload();
    await page.getByRole("button", { name: "联系我们" }).click();
    await frame.getByRole("button", { name: "聊一聊" }).click();
    await frame.getByLabel("怎么称呼您（选填）").fill("小周");
    await frame.getByRole("button", { name: "同意并开始" }).click();
    await expect(frame.locator("article").filter({ hasText: "小周，欢迎光临" })).toBeVisible();
    await expect(frame.getByRole("button", { name: "查看图片 新品.png" })).toBeVisible();
    await frame.getByRole("textbox", { name: "输入消息" }).fill("从网站来的");
    await frame.getByRole("button", { name: "发送", exact: true }).click();
    await expect(frame.locator("article").filter({ hasText: "从网站来的" })).toBeVisible();

    await page.setViewportSize(PHONE.viewport);
    expect((await page.locator("iframe").boundingBox())?.height).toBeGreaterThan(700);
    await frame.getByRole("button", { name: "关闭" }).click();
    await expect(page.locator("iframe")).toBeHidden();
    const desk = new Chat(await seller.open(browser, "/messages"));
    await desk.open("小周");
    await desk.say("请看新品");
    await expect(page.getByRole("button", { name: "联系我们，1 条新消息" })).toBeVisible();
  } finally {
    foreign.close();
  }
});

/** A code with a slot of one colleague, another who stands in, first words and a picture; the path of its page. */
async function madeInThePage(page: Page): Promise<string> {
  await page.getByRole("textbox", { name: "名称" }).fill("官网");
  await page.getByRole("button", { name: "选择同事" }).click();
  const picker = page.getByRole("dialog", { name: "接待的同事" });
  await picker.getByRole("textbox", { name: /搜索姓名/ }).fill(seller.name);
  await picker.getByRole("checkbox", { name: new RegExp(seller.name) }).check();
  await picker.getByRole("button", { name: "选好了" }).click();
  await page.getByRole("spinbutton", { name: seller.name }).fill("20");
  await page.getByRole("combobox", { name: "备用同事" }).fill(company.owner.name);
  await page.getByTitle(company.owner.name).last().click();
  await page.getByRole("button", { name: "添加时段" }).click();
  const slot = page.getByRole("region", { name: "时段 1" });
  for (const day of ["周六", "周日"]) await slot.getByRole("checkbox", { name: day }).check();
  await slot.getByLabel("开始时间").fill("00:00");
  await slot.getByLabel("结束时间").fill("00:00");
  await expect(slot).toContainText(seller.name);
  await page.getByRole("textbox", { name: "欢迎语" }).fill("，欢迎光临");
  await page.getByRole("textbox", { name: "欢迎语" }).press("Home");
  await page.getByRole("button", { name: "插入客户称呼" }).click();
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "添加附件" }).click();
  await page.getByRole("menuitem", { name: "图片、视频或文件" }).click();
  await (await chooser).setFiles({ name: "新品.png", mimeType: "image/png", buffer: PIXEL });
  await expect(page.getByRole("button", { name: "移除：新品.png" })).toBeVisible();
  await accessible(page);
  await page.getByRole("button", { name: "创建活码" }).click();
  await expect(page.getByRole("heading", { name: "官网", level: 1 })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "欢迎语" })).toHaveValue("{nickname}，欢迎光临");
  return ((await page.getByText(/\/v\/\w+$/).textContent()) ?? "").trim();
}
