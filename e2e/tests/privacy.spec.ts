import { wellMade } from "../support/accessible.ts";
import { Company } from "../support/company.ts";
import { expect, test } from "../support/test.ts";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const RULES = { exportDays: 7, retentionMonths: 0, deviceMonths: 0 };

test("a customer takes a copy of his data and is erased, and who served him keeps empty lines", async ({ browser }) => {
  const company = await Company.create();
  const { owner } = company;
  const seller = await company.hire("李客服");
  const { path } = await seller.call<{ path: string }>("POST", "/api/my-card");
  const context = await browser.newContext({ baseURL: process.env.QIAO_URL, ...PHONE });
  const page = await context.newPage();
  await page.goto(path);
  await page.getByRole("button", { name: "聊一聊" }).click();
  await page.getByLabel("怎么称呼您（选填）").fill("赵女士");
  await page.getByRole("button", { name: "同意并开始" }).click();
  await page.getByRole("textbox", { name: "输入消息" }).fill("我的地址是海棠路一号");
  await page.getByRole("button", { name: "发送", exact: true }).click();
  const work = await seller.open(browser, "/messages");
  await work.getByText("赵女士").first().click();
  await expect(work.locator("article").filter({ hasText: "海棠路一号" })).toBeVisible();

  await page.getByRole("button", { name: "更多操作" }).click();
  await page.getByRole("button", { name: "我的个人信息" }).click();
  await page.getByRole("button", { name: "生成副本" }).click();
  await expect(page.getByRole("button", { name: "下载副本" })).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "下载副本" }).click();
  expect((await download).suggestedFilename()).toMatch(/^personal-data-\d+\.zip$/);
  await page.getByRole("button", { name: "申请删除" }).click();
  await page.getByRole("button", { name: "确定删除" }).click();
  await expect(page.getByText(/您的信息将于 .* 删除/)).toBeVisible();
  await wellMade(page);

  const admin = await owner.open(browser, "/customers/privacy");
  await expect(admin.getByText("等待执行")).toBeVisible();
  await admin.getByRole("button", { name: "取消删除赵女士" }).click();
  await expect(admin.getByText("已取消").first()).toBeVisible();
  await owner.call("PUT", "/api/admin/privacy/settings", { ...RULES, erasureDays: 0 });
  await expect(page.getByRole("button", { name: "申请删除" })).toBeVisible();
  await page.getByRole("button", { name: "申请删除" }).click();
  await page.getByRole("button", { name: "确定删除" }).click();

  await expect(page.getByRole("heading", { name: "再见" })).toBeVisible();
  await expect(work.getByText("消息内容已随客户信息删除").first()).toBeVisible();
  await expect(work.getByText("海棠路一号")).toHaveCount(0);
  await expect(admin.getByText("已删除", { exact: true })).toBeVisible();
  await wellMade(admin);
});
