import type { Page } from "@playwright/test";
import { wellMade } from "../support/accessible.ts";
import { Chat } from "../support/chat.ts";
import { Company, type Person } from "../support/company.ts";
import { expect, test } from "../support/test.ts";
import { PHONE, PIXEL, Visit } from "../support/visit.ts";
import { Visitor } from "../support/visitor.ts";

/** One company, three browsers: the employee's, the colleague's who leads, the customer's telephone. */
test("a customer is met, served, tagged, grouped and shown a moment, and goes on in one thread when his employee leaves", async ({
  browser,
}) => {
  const company = await Company.create();
  const { owner } = company;
  const ann = await company.hire("安顾问");
  await owner.call("POST", "/api/admin/customer-tag-groups", { name: "客户级别", tags: [{ name: "老客户" }] });
  const { path } = await ann.call<{ path: string }>("POST", "/api/my-card");
  const li = await Visitor.of(ann, "李客户");

  const phone = await browser.newContext({ baseURL: process.env.QIAO_URL, ...PHONE });
  const wang = new Visit(await phone.newPage());
  await wang.page.goto(path);
  await wang.begin("王客户");
  await wang.say("请问报价多少");

  const desk = new Chat(await ann.open(browser, "/messages"));
  await desk.open("王客户");
  await desk.say("马上发您");
  await expect(wang.message("马上发您")).toBeVisible();
  await tag(desk.page, "老客户");

  await intoGroup(ann, owner, "王客户");
  await wang.goTo("春茶福利群");
  await wang.say("大家好");
  await desk.open("春茶福利群");
  await expect(desk.message("大家好")).toBeVisible();
  await desk.say("欢迎新朋友");
  await expect(wang.message("欢迎新朋友")).toBeVisible();
  await wang.goTo("安顾问");

  await publish(desk.page);
  await like(wang.page);
  expect(await li.call("GET", "moments")).toMatchObject({ items: [] });
  await answer(desk.page, wang.page);

  await owner.call("PUT", `/api/members/${ann.id}/state`, { state: "DISABLED" });
  await expect(desk.composer).toHaveCount(0);
  await wang.page.getByRole("button", { name: "返回" }).click();
  await wang.say("还在吗");
  await expect(wang.page.getByText("正在安排新的同事接待您")).toBeVisible();

  const lead = await owner.open(browser, "/handovers");
  await handOver(lead);
  await expect(wang.message("您好，以后由我为您服务")).toBeVisible();
  await expect(wang.page.getByRole("heading", { name: owner.name, level: 1 })).toBeVisible();
  await expect(wang.message("请问报价多少")).toBeVisible();
  await wellMade(wang.page);
  await wang.page.getByRole("button", { name: "允许查看" }).click();
  await expect(wang.page.getByRole("button", { name: "允许查看" })).toBeHidden();
  await wang.say("好的，请继续");

  await lead.setViewportSize(PHONE.viewport);
  await lead.goto("/messages");
  const next = new Chat(lead);
  await next.open("王客户");
  for (const said of ["请问报价多少", "还在吗", "好的，请继续"]) await expect(next.message(said)).toBeVisible();
  await next.composer.fill("报价单已发您邮箱");
  await lead.getByRole("button", { name: "发送", exact: true }).click();
  await expect(wang.message("报价单已发您邮箱")).toBeVisible();
  await lead.goto("/handovers?tab=managed");
  await expect(lead.getByText(`安顾问 → ${owner.name}`)).toBeVisible();
  await lead.setViewportSize({ width: 1440, height: 900 });
  await wellMade(lead);
  await lead.getByRole("button", { name: "撤销", exact: true }).click();
  await lead.getByRole("tooltip").getByRole("button", { name: "撤销" }).click();
  await expect(lead.getByText("已撤销", { exact: true })).toBeVisible();
  await lead.getByRole("tab", { name: "审计记录" }).click();
  const book = lead.getByRole("region", { name: "审计记录" }).getByRole("listitem");
  await expect(book.first()).toContainText(`${owner.name} 撤销了交接`);
  await expect(book.filter({ hasText: "王客户 同意接替者查看历史" })).toContainText(`安顾问 → ${owner.name}`);
  await wellMade(lead);
});

/** Beside the chat. */
async function tag(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "客户资料" }).click();
  const beside = page.getByRole("complementary", { name: "客户资料" });
  await beside.getByRole("button", { name: "修改标签" }).click();
  const dialog = page.getByRole("dialog", { name: "修改标签" });
  await dialog.getByRole("combobox", { name: "选择标签" }).fill(name);
  await page.getByTitle(name).last().click();
  await dialog.getByText("修改标签").click(); // the list of tags lies over the button
  await dialog.getByRole("button", { name: "保存" }).click();
  await expect(beside.getByRole("region", { name: "标签" })).toContainText(name);
}

/** The employee opens a group with one of his customers and a colleague. */
async function intoGroup(employee: Person, colleague: Person, customer: string): Promise<void> {
  const { items } = await employee.call<{ items: { customer: { id: number; name: string } }[] }>(
    "GET",
    "/api/customers",
  );
  const ids = items.filter((line) => line.customer.name === customer).map((line) => line.customer.id);
  const group = { title: "春茶福利群", staffIds: [colleague.id], customerIds: ids, key: "boundary" };
  await employee.call("POST", "/api/customer-groups", group);
}

/** Shown to the customers with the tag, and to nobody else. */
async function publish(page: Page): Promise<void> {
  await page.goto("/customers/moments");
  await page.getByRole("button", { name: "发布动态" }).click();
  await page.getByLabel("想和客户分享什么").fill("春季新品到店");
  await page.locator("input[type=file]").setInputFiles({ name: "新品.png", mimeType: "image/png", buffer: PIXEL });
  await expect(page.getByRole("button", { name: "移除新品.png" })).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "2 位客户" })).toBeVisible();
  await page.getByLabel("哪些客户可见").click();
  await page.locator(".ant-select-item-option", { hasText: "老客户" }).click();
  await expect(page.getByRole("status").filter({ hasText: "1 位客户" })).toBeVisible();
  await page.keyboard.press("Escape");
  await wellMade(page);
  await page.getByRole("button", { name: "发布", exact: true }).click();
  await expect(page.getByText("已发布", { exact: true })).toBeVisible();
}

async function like(page: Page): Promise<void> {
  await page.getByRole("button", { name: "动态，有新内容" }).click();
  const moment = page.getByRole("article", { name: "安顾问的动态" });
  await expect(moment.getByText("春季新品到店")).toBeVisible();
  await moment.getByRole("button", { name: "赞", exact: true }).click();
  await expect(moment.getByText("1 个赞")).toBeVisible();
  await moment.getByLabel("写评论").fill("多少钱");
  await moment.getByRole("button", { name: "发送" }).click();
  await expect(moment.getByRole("listitem").filter({ hasText: "多少钱" })).toBeVisible();
  await wellMade(page);
}

/** Who has seen it, what was said under it, and taking it back. */
async function answer(page: Page, customer: Page): Promise<void> {
  await page.getByRole("button", { name: "1 条评论" }).click();
  await page.getByRole("button", { name: "回复", exact: true }).click();
  await page.getByLabel("回复 王客户").fill("给您九折");
  await page.getByRole("button", { name: "发送" }).click();
  await expect(page.getByText("安顾问 回复 王客户")).toBeVisible();
  await expect(customer.getByText("给您九折")).toBeVisible();
  await page.getByRole("tab", { name: "看过 1" }).click();
  await expect(page.getByRole("link", { name: "王客户" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "撤回" }).click();
  await page.getByRole("tooltip").getByRole("button", { name: "撤回" }).click();
  await expect(customer.getByText("还没有动态")).toBeVisible();
}

/** Everybody whom the one who left has served goes to whoever sits here. */
async function handOver(page: Page): Promise<void> {
  await page.getByRole("button", { name: "查看 安顾问 的客户" }).click();
  await page.getByRole("checkbox", { name: "选择 王客户" }).check();
  await wellMade(page);
  await page.getByRole("button", { name: "分配所选" }).click();
  await page.getByLabel("接替同事").fill("陈桥");
  await page.locator(".ant-select-item-option", { hasText: "陈桥" }).click();
  await page.getByLabel("接替后的第一句话（可不填）").fill("您好，以后由我为您服务");
  await page.getByRole("button", { name: "确认分配" }).click();
  await expect(page.getByText("已分配 1 位客户")).toBeVisible();
}
