import { wellMade } from "../support/accessible.ts";
import { Company } from "../support/company.ts";
import { expect, test } from "../support/test.ts";
import { Visitor } from "../support/visitor.ts";

test("rules stop and note what is said to customers, and an auditor reads what the customer agreed to", async ({
  browser,
}) => {
  const company = await Company.create();
  const ann = await company.hire("安顾问");
  const eve = await company.hire("夏审计");
  const visitor = await Visitor.of(ann, "王客户");
  await visitor.say("同意之前的话");

  const page = await company.owner.open(browser, "/customers/guard?tab=rules");
  const rule = async (name: string, words: string, block: boolean) => {
    await page.getByRole("button", { name: "新建规则" }).click();
    await page.getByLabel("规则名称").fill(name);
    if (block) await page.getByLabel("拦截：消息不会发出，并通知相关人员").check();
    await page.getByLabel("敏感词", { exact: true }).fill(words);
    await page.getByLabel("通知人（可以看到命中的内容）").fill("夏审计");
    await page.locator(".ant-select-item-option", { hasText: "夏审计" }).click();
    await page.getByRole("button", { name: "保存", exact: true }).click();
    await expect(page.getByRole("button", { name: `编辑规则：${name}` })).toBeVisible();
  };
  await rule("禁止飞单", "私下转账", true);
  await rule("留意返点", "返点", false);
  await wellMade(page);
  await company.owner.call("PUT", `/api/archive/auditors/${eve.id}`);
  await page.getByRole("tab", { name: "存档设置" }).click();
  await page.getByLabel("存档与客户的聊天").check();
  await page.getByLabel("全体员工").check();
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await expect(page.getByText("存档设置已保存")).toBeVisible();

  const asked = await visitor.call<{ asks: boolean; version: number }>("GET", "archive");
  expect(asked.asks).toBe(true);
  await visitor.call("PUT", "archive", { agree: true, version: asked.version });
  await visitor.say("报价能优惠吗");

  const chat = await ann.open(browser, "/messages");
  await chat.getByText("王客户").first().click();
  const say = async (text: string) => {
    await chat.getByRole("textbox", { name: "输入消息" }).fill(text);
    await chat.keyboard.press("Enter");
  };
  await say("可以私下转账给我");
  await expect(chat.getByText("公司的规则不允许向客户发送这样的内容，消息没有发出")).toBeVisible();
  await say("返点我们再谈");
  await expect(chat.locator("article").filter({ hasText: "返点我们再谈" })).toBeVisible();

  const audit = await eve.open(browser, "/customers/guard");
  await expect(async () => {
    await audit.reload();
    await expect(audit.getByText("可以私下转账给我")).toBeVisible({ timeout: 2_000 });
    await expect(audit.getByText("返点我们再谈")).toBeVisible({ timeout: 500 });
  }).toPass();
  await wellMade(audit);
  await audit.getByRole("tab", { name: "会话存档" }).click();
  await audit.getByRole("button", { name: "查阅与 王客户 的会话" }).click();
  await expect(audit.getByText("报价能优惠吗")).toBeVisible();
  await expect(audit.getByText("返点我们再谈")).toBeVisible();
  await expect(audit.getByText("同意之前的话")).toBeHidden();
  await wellMade(audit);
  await page.getByRole("tab", { name: "查阅记录" }).click();
  await expect(page.getByText("查阅会话").first()).toBeVisible();
});
