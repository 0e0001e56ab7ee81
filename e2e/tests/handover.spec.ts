import { wellMade } from "../support/accessible.ts";
import { Company } from "../support/company.ts";
import { expect, test } from "../support/test.ts";
import { Visitor } from "../support/visitor.ts";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

test("an employee leaves, a colleague takes over, the customer goes on in the same thread", async ({ browser }) => {
  const company = await Company.create();
  const ann = await company.hire("安旧人");
  const bob = await company.hire("波新人");
  const visitor = await Visitor.of(ann, "王客户");
  await visitor.say("请问报价多少");

  await company.owner.call("PUT", `/api/members/${ann.id}/state`, { state: "LEFT" });
  await visitor.say("还在吗");
  const page = await company.owner.open(browser, "/handovers");
  await page.getByRole("button", { name: "查看 安旧人 的客户" }).click();
  await page.getByRole("checkbox", { name: "选择 王客户" }).check();
  await wellMade(page);
  await page.getByRole("button", { name: "分配所选" }).click();
  await page.getByLabel("接替同事").fill("波新人");
  await page.locator(".ant-select-item-option", { hasText: "波新人" }).click();
  await page.getByLabel("接替后的第一句话（可不填）").fill("您好，以后由我为您服务");
  await page.getByRole("button", { name: "确认分配" }).click();
  await expect(page.getByText("客户已全部分配")).toBeVisible();

  const asked = await visitor.call<{ items: { id: number; to: string }[] }>("GET", "handovers");
  expect(asked.items.map(({ to }) => to)).toEqual(["波新人"]);
  await visitor.call("PUT", `handovers/${asked.items[0]?.id}/history`, { agree: true });
  await visitor.say("好的，请继续");

  const next = await bob.open(browser, "/messages");
  await next.getByText("王客户").first().click();
  await expect(next.locator("article").filter({ hasText: "好的，请继续" })).toBeVisible();
  await page.goto("/handovers?tab=managed");
  await expect(page.getByText("安旧人 → 波新人")).toBeVisible();
  await wellMade(page);
  const phone = await company.owner.open(browser, "/handovers?tab=managed", PHONE);
  await expect(phone.getByText("安旧人 → 波新人")).toBeVisible();
  await page.getByRole("button", { name: "撤销", exact: true }).click();
  await page.getByRole("tooltip").getByRole("button", { name: "撤销" }).click();
  await expect(page.getByText("已撤销", { exact: true })).toBeVisible();
});
