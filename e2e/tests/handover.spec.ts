import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { Company } from "../support/company.ts";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

async function clean(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map((each) => `${each.id}: ${each.nodes[0]?.html}`)).toEqual([]);
}

test("an employee leaves, a colleague takes over, the customer goes on in the same thread", async ({ browser }) => {
  const company = await Company.create();
  const ann = await company.hire("安旧人");
  const bob = await company.hire("波新人");
  const { path } = await ann.call<{ path: string }>("GET", "/api/my-card");
  const visitor = await (await browser.newContext(PHONE)).newPage();
  await visitor.goto(new URL(path, process.env.QIAO_URL).href);
  await visitor.getByRole("button", { name: "聊一聊" }).click();
  await visitor.getByLabel("怎么称呼你（选填）").fill("王客户");
  await visitor.getByRole("button", { name: "同意并开始" }).click();
  const box = visitor.getByRole("textbox", { name: "输入消息" });
  const say = async (text: string) => {
    await box.fill(text);
    await visitor.getByRole("button", { name: "发送", exact: true }).click();
    await expect(visitor.locator("article").filter({ hasText: text })).toBeVisible();
  };
  await say("请问报价多少");

  await company.owner.call("PUT", `/api/members/${ann.id}/state`, { state: "LEFT" });
  await say("还在吗");
  const page = await company.owner.open(browser, "/handovers");
  await page.getByRole("button", { name: "查看 安旧人 的客户" }).click();
  await page.getByRole("checkbox", { name: "选择 王客户" }).check();
  await clean(page);
  await page.screenshot({ path: "test-results/handover-list.png" });
  await page.getByRole("button", { name: "分配所选" }).click();
  await page.getByLabel("接替同事").fill("波新人");
  await page.getByRole("option", { name: "波新人" }).or(page.locator(".ant-select-item-option")).first().click();
  await page.getByLabel("接替后的第一句话（可不填）").fill("您好，以后由我为您服务");
  await page.screenshot({ path: "test-results/handover-dialog.png" });
  await page.getByRole("button", { name: "确认分配" }).click();
  await expect(page.getByText("客户已全部分配")).toBeVisible();

  await expect(visitor.getByText("现在由 波新人 为您服务。")).toBeVisible();
  await expect(visitor.locator("article").filter({ hasText: "以后由我为您服务" })).toBeVisible();
  await clean(visitor);
  await visitor.screenshot({ path: "test-results/handover-visit.png" });
  await visitor.getByRole("button", { name: "允许查看" }).click();
  await expect(visitor.getByText("现在由 波新人 为您服务。")).toBeHidden();
  await say("好的，请继续");

  const next = await bob.open(browser, "/messages");
  await next.getByText("王客户").first().click();
  await expect(next.locator("article").filter({ hasText: "好的，请继续" })).toBeVisible();
  await page.goto("/handovers?tab=managed");
  await expect(page.getByText("安旧人 → 波新人")).toBeVisible();
  await clean(page);
  await page.screenshot({ path: "test-results/handover-history.png" });
  const phone = await company.owner.open(browser, "/handovers?tab=managed", PHONE);
  await expect(phone.getByText("安旧人 → 波新人")).toBeVisible();
  await phone.screenshot({ path: "test-results/handover-phone.png" });
  await page.getByRole("button", { name: "撤销", exact: true }).click();
  await page.getByRole("tooltip").getByRole("button", { name: "撤销" }).click();
  await expect(page.getByText("已撤销", { exact: true })).toBeVisible();
});
