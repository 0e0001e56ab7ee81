import type { Page } from "@playwright/test";
import { wellMade } from "../support/accessible.ts";
import { Company, type Person } from "../support/company.ts";
import { expect, test } from "../support/test.ts";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
/** One red pixel. */
const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
  "base64",
);

test("a moment with a picture reaches the customers with its tag, who like it and talk with its author", async ({
  browser,
}) => {
  const company = await Company.create();
  const ann = await company.hire("安顾问");
  const { code } = await ann.call<{ code: string }>("POST", "/api/my-card");
  const context = await browser.newContext({ baseURL: process.env.QIAO_URL, ...PHONE });
  const wang = await arrive(await context.newPage(), code, "王客户");
  const li = await arrive(
    await (await browser.newContext({ baseURL: process.env.QIAO_URL })).newPage(),
    code,
    "李客户",
  );
  await tag(company.owner, ann, "王客户", "老客户");

  const page = await ann.open(browser, "/customers/moments");
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

  await wang.getByRole("button", { name: "动态，有新内容" }).click();
  const shown = wang.getByRole("article", { name: "安顾问的动态" });
  await expect(shown.getByText("春季新品到店")).toBeVisible();
  await shown.getByRole("button", { name: "赞", exact: true }).click();
  await expect(shown.getByText("1 个赞")).toBeVisible();
  await shown.getByLabel("写评论").fill("多少钱");
  await shown.getByRole("button", { name: "发送" }).click();
  await expect(shown.getByRole("listitem").filter({ hasText: "多少钱" })).toBeVisible();
  await wellMade(wang);
  await li.getByRole("button", { name: "动态", exact: true }).click();
  await expect(li.getByText("还没有动态")).toBeVisible();

  await page.getByRole("button", { name: "1 条评论" }).click();
  await page.getByRole("button", { name: "回复", exact: true }).click();
  await page.getByLabel("回复 王客户").fill("给您九折");
  await page.getByRole("button", { name: "发送" }).click();
  await expect(page.getByText("安顾问 回复 王客户")).toBeVisible();
  await expect(shown.getByText("给您九折")).toBeVisible();
  await page.getByRole("tab", { name: "看过 1" }).click();
  await expect(page.getByRole("link", { name: "王客户" })).toBeVisible();
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "撤回" }).click();
  await page.getByRole("tooltip").getByRole("button", { name: "撤回" }).click();
  await expect(wang.getByText("还没有动态")).toBeVisible();
});

/** Opens somebody's card and begins to talk. */
async function arrive(page: Page, code: string, name: string): Promise<Page> {
  await page.goto(`/v/${code}`);
  await page.getByRole("button", { name: "聊一聊" }).click();
  await page.getByLabel("怎么称呼您（选填）").fill(name);
  await page.getByRole("button", { name: "同意并开始" }).click();
  await expect(page.getByRole("textbox", { name: "输入消息" })).toBeVisible();
  return page;
}

/** The company gets a tag, and the employee puts it on one of his customers. */
async function tag(owner: Person, employee: Person, customer: string, name: string): Promise<void> {
  const tags = await owner.call<{ groups: { tags: { id: number }[] }[] }>("POST", "/api/admin/customer-tag-groups", {
    name: "客户级别",
    tags: [{ name }],
  });
  const { items } = await employee.call<{ items: { customer: { name: string }; relation: { id: number } }[] }>(
    "GET",
    "/api/customers",
  );
  const relation = items.find((line) => line.customer.name === customer)?.relation.id;
  await employee.call("PUT", `/api/customer-relations/${relation}/tags`, {
    add: [tags.groups[0]?.tags[0]?.id],
    remove: [],
  });
}
