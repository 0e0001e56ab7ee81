import { accessible } from "../support/accessible.ts";
import { Company } from "../support/company.ts";
import { expect, test } from "../support/test.ts";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
/** One red pixel. */
const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
  "base64",
);

test("a product stands on a card, is asked about, another is sent and opened; an article is read", async ({
  browser,
}) => {
  const company = await Company.create();
  const { owner } = company;
  const ann = await company.hire("安娜");

  // The administrator makes a product with a picture and lets every card show the album.
  const work = await owner.open(browser, "/customers/products");
  await work.getByRole("button", { name: "新增产品" }).click();
  const dialog = work.getByRole("dialog", { name: "新增产品" });
  await dialog.getByRole("textbox", { name: "名称" }).fill("桂花乌龙");
  await dialog.locator("input[type=file]").setInputFiles({ name: "tea.png", mimeType: "image/png", buffer: PIXEL });
  await expect(dialog.getByRole("img", { name: "第 1 张图片" })).toBeVisible();
  await dialog.getByRole("textbox", { name: "价格" }).fill("128.5");
  await dialog.getByRole("button", { name: "保存" }).click();
  await expect(work.getByRole("article", { name: "桂花乌龙" })).toContainText("¥128.50");
  await work.getByRole("button", { name: "名片展示" }).click();
  const cards = work.getByRole("region", { name: "公司名片上的产品" });
  await cards.getByRole("radio", { name: "展示全部上架产品" }).check();
  await cards.getByRole("button", { name: "保存" }).click();
  await expect(work.getByText("已保存")).toBeVisible();
  await owner.call("POST", "/api/products", {
    name: "白毫银针",
    number: "B-2",
    price: { minor: 98_000, currency: "CNY" },
    description: "",
    link: "",
    pictures: [],
    onSale: true,
  });
  await ann.call("POST", "/api/materials", {
    kind: "ARTICLE",
    company: false,
    title: "怎么泡乌龙",
    text: "水要烧开。",
    url: "",
  });

  // A customer opens the card, looks at it and asks.
  const { path } = await ann.call<{ path: string }>("POST", "/api/my-card");
  const visit = await (await browser.newContext({ ...PHONE, baseURL: process.env.QIAO_URL })).newPage();
  await visit.goto(path);
  await visit.getByRole("button", { name: /桂花乌龙/ }).click();
  const sheet = visit.getByRole("dialog", { name: "桂花乌龙" });
  await expect(sheet).toContainText("¥128.50");
  await accessible(visit);
  await sheet.getByRole("button", { name: "咨询这款" }).click();
  await visit.getByRole("button", { name: "同意并开始" }).click();
  await expect(visit.getByRole("log").getByRole("button", { name: /桂花乌龙/ })).toBeVisible();

  // The employee sees what it is about and sends another product and an article from beside the chat.
  const { items } = await ann.call<{ items: { id: number; kind: string }[] }>("GET", "/api/conversations");
  const thread = items.find(({ kind }) => kind === "CUSTOMER")?.id;
  const chat = await ann.open(browser, `/messages/${thread}`);
  await expect(chat.getByRole("region", { name: "桂花乌龙" })).toContainText("¥128.50");
  await chat.getByRole("button", { name: "客户资料" }).click();
  const beside = chat.getByRole("complementary", { name: "客户资料" });
  await beside.getByRole("tab", { name: "产品" }).click();
  await beside.getByRole("button", { name: /白毫银针/ }).click();
  await beside.getByRole("tab", { name: "素材" }).click();
  await beside.getByRole("button", { name: "我的" }).click();
  await beside.getByRole("button", { name: /怎么泡乌龙/ }).click();
  await accessible(chat);

  // He opens both; she sees it at once, and it is counted.
  await visit.getByRole("button", { name: /白毫银针/ }).click();
  await expect(visit.getByRole("dialog", { name: "白毫银针" })).toContainText("¥980.00");
  await visit.getByRole("button", { name: "关闭" }).click();
  await visit.getByRole("button", { name: /怎么泡乌龙/ }).click();
  await expect(visit.getByRole("dialog", { name: "怎么泡乌龙" })).toContainText("水要烧开。");
  await expect(chat.getByRole("region", { name: "白毫银针" })).toContainText("打开 1 次");
  await expect(chat.getByRole("region", { name: "怎么泡乌龙" })).toContainText("打开 1 次");
  await work.getByRole("button", { name: "图册" }).click();
  await work.reload();
  await expect(work.getByRole("article", { name: "白毫银针" })).toContainText("发送 1 · 打开 1");
  await expect(work.getByRole("article", { name: "桂花乌龙" })).toContainText("名片浏览 1");
  await expect(work.getByRole("article", { name: "桂花乌龙" })).toContainText("咨询 1");
});
