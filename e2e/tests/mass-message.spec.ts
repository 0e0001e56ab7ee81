import { wellMade } from "../support/accessible.ts";
import { Company } from "../support/company.ts";
import { expect, test } from "../support/test.ts";
import { Visitor } from "../support/visitor.ts";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

interface Entry {
  kind: string;
  recalledBy: unknown;
  body: { text?: string; card?: { title: string } };
}

const read = async (visitor: Visitor) => {
  const { items } = await visitor.entries<Entry>();
  return items.filter(({ kind, recalledBy }) => kind === "TEXT" && recalledBy === null).map(({ body }) => body.text);
};

const cards = async (visitor: Visitor) => {
  const { items } = await visitor.entries<Entry>();
  return items.flatMap(({ body, recalledBy }) => (body.card && recalledBy === null ? [body.card.title] : []));
};

test("the company writes, an employee confirms with one left out, the customer reads it once, it is taken back", async ({
  browser,
}) => {
  const company = await Company.create();
  const ann = await company.hire("安顾问");
  const wang = await Visitor.of(ann, "王客户");
  const li = await Visitor.of(ann, "李客户");

  const tea = { name: "明前龙井", number: "", price: null, description: "", link: "", pictures: [], onSale: true };
  await company.owner.call("POST", "/api/products", tea);

  const page = await company.owner.open(browser, "/customers/mass/new");
  await page.getByText("交给员工确认后发送").click();
  await page.getByLabel("消息内容").fill("{nickname}您好，周末店庆，{employee}恭候");
  await page.getByRole("button", { name: "添加附件" }).click();
  await page.getByRole("menuitem", { name: "链接" }).click();
  const dialog = page.getByRole("dialog", { name: "链接" });
  await dialog.getByLabel("网址").fill("javascript:alert(1)");
  await dialog.getByLabel("标题").fill("店庆海报");
  await dialog.getByRole("button", { name: /添\s?加/ }).click();
  await expect(dialog.getByText(/请填写以 http/)).toBeVisible();
  await dialog.getByLabel("网址").fill("https://tea.example/party");
  await dialog.getByRole("button", { name: /添\s?加/ }).click();
  await page.getByRole("button", { name: "添加附件" }).click();
  await page.getByRole("menuitem", { name: "商品" }).click();
  await page
    .getByRole("dialog", { name: "商品" })
    .getByRole("button", { name: /明前龙井/ })
    .click();
  await page.getByRole("button", { name: "上移：明前龙井" }).click();
  await page.getByLabel("确认截止时间").click();
  await page.keyboard.type(deadline());
  await page.keyboard.press("Enter");
  await expect(page.getByText("2 位客户", { exact: true })).toBeVisible();
  await expect(page.getByText(/您好，周末店庆，安顾问恭候/)).toBeVisible();
  await wellMade(page);
  await page.getByRole("button", { name: "交给 1 位员工确认" }).click();
  await expect(page.getByText("待确认")).toBeVisible();

  const phone = await ann.open(browser, "/customers/mass?tab=tasks", PHONE);
  await phone.getByText(/客户昵称\s*您好，周末店庆/).click();
  await phone.getByRole("checkbox", { name: "李客户" }).uncheck();
  await wellMade(phone);
  await phone.getByRole("button", { name: "确认发送给 1 位客户" }).click();
  await expect.poll(() => read(wang)).toEqual(["王客户您好，周末店庆，安顾问恭候"]);
  expect(await read(li)).toEqual([]);
  await expect.poll(() => cards(wang)).toEqual(["明前龙井", "店庆海报"]);

  const results = page.getByRole("region", { name: "每位客户的结果" });
  await expect(results.getByText("员工取消选择")).toBeVisible();
  await expect(results.getByText("已发送", { exact: true })).toBeVisible();
  await wellMade(page);
  await page
    .getByRole("button", { name: "撤 回" })
    .or(page.getByRole("button", { name: "撤回", exact: true }))
    .click();
  await page
    .getByRole("tooltip")
    .getByRole("button", { name: /撤\s?回/ })
    .click();
  await expect.poll(() => read(wang)).toEqual([]);
  await expect.poll(() => cards(wang)).toEqual([]);
  await expect(results.getByText("已撤回")).toBeVisible();

  const customerIds = [await wang.id(), await li.id()];
  const body = { title: "读者群", staffIds: [], customerIds, key: "readers" };
  const group = await ann.call<{ conversationId: number }>("POST", "/api/customer-groups", body);
  await phone.goto("/customers/mass/new");
  await phone.getByLabel("发给谁").click();
  await phone.getByTitle("客户群（全部）").click();
  await phone.getByLabel("消息内容").fill("周六下午开读书会");
  await expect(phone.getByText("1 个客户群 · 2 位客户")).toBeVisible();
  await wellMade(phone);
  await phone.getByRole("button", { name: "发送到 1 个客户群" }).click();
  await expect(
    phone.getByRole("region", { name: "每个客户群的结果" }).getByText("已发送", { exact: true }),
  ).toBeVisible();
  const { items } = await li.call<{ items: Entry[] }>("GET", `conversations/${group.conversationId}/entries?after=0`);
  expect(items.map(({ body }) => body.text)).toContain("周六下午开读书会");
  await wellMade(phone);
});

function deadline(): string {
  const at = new Date(Date.now() + 86_400_000);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`;
}
