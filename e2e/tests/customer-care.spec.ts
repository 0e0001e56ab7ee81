import { wellMade } from "../support/accessible.ts";
import { Company } from "../support/company.ts";
import { expect, test } from "../support/test.ts";
import { Visitor } from "../support/visitor.ts";

test("two customers wait: one needs no answer, the other gets one, and the numbers show it", async ({ browser }) => {
  const company = await Company.create();
  const ann = await company.hire("安接待");
  const [wang, li] = [await Visitor.of(ann, "王客户"), await Visitor.of(ann, "李客户")];
  await wang.say("请问几点开门");
  await li.say("发错了");

  const page = await ann.open(browser, "/customers");
  await expect(page.getByRole("link", { name: /2 位客户在等你回复/ })).toBeVisible();
  await page.getByRole("button", { name: "更多", exact: true }).click();
  await page.getByRole("menuitem", { name: "等待回复" }).click();
  await expect(page.getByText("已等").first()).toBeVisible();
  await wellMade(page);
  await page.getByRole("button", { name: "李客户无需回复" }).click();
  await page.getByRole("menuitem", { name: "广告或误发" }).click();
  await expect(page.getByText("已把李客户标记为无需回复")).toBeVisible();
  await expect(page.getByRole("button", { name: "李客户无需回复" })).toBeHidden();

  await page.getByRole("link", { name: "王客户", exact: true }).click();
  await page.getByRole("textbox", { name: "输入消息" }).fill("九点开门");
  await page.keyboard.press("Enter");
  await expect(page.locator("article").filter({ hasText: "九点开门" })).toBeVisible();
  await expect(page.getByRole("link", { name: /位客户在等你回复/ })).toBeHidden();

  await page.goto("/customers/statistics");
  await expect(page.getByRole("listitem").filter({ hasText: "回复率" })).toContainText("100%");
  await expect(page.getByRole("listitem").filter({ hasText: "新增客户" })).toContainText("2");
  await wellMade(page);
});
