import { Company, type Person } from "../support/company.ts";
import { expect, test } from "../support/test.ts";

const NUMBER = "13800138000";
const SHOWN = "手机 +86 138 0013 8000";

/** What became of what was sent, newest first. */
async function fates(admin: Person): Promise<string[]> {
  const path = "/api/admin/notice/orders";
  const { items } = await admin.call<{ items: { state: string; answered: boolean }[] }>("GET", path);
  return items.map(({ state, answered }) => (answered ? "ANSWERED" : state));
}

test("an administrator tries SMS and calls on a simulated telephone, and sees what became of them", async ({
  browser,
}) => {
  const { owner } = await Company.create();
  const page = await owner.open(browser, "/admin/channels");
  await page.getByRole("link", { name: "先用模拟电话网试试" }).first().click();
  await page.getByRole("button", { name: "打开模拟电话网" }).click();
  await expect(page.getByText("这是模拟电话网，不会真正发出")).toBeVisible();
  await page.getByRole("button", { name: "添加手机" }).first().click();
  await page.getByLabel("手机号码").fill(NUMBER);
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /添\s?加/ })
    .click();
  const phone = page.getByRole("listitem", { name: SHOWN });
  await expect(phone).toBeVisible();

  await owner.call("POST", "/api/admin/notice/channels/SMS/test", { address: NUMBER });
  await expect(phone.getByText("测试通知", { exact: false })).toBeVisible();
  await phone.getByRole("button", { name: "1", exact: true }).click();
  await expect(page.getByText("已回复，作为确认收下了")).toBeVisible();

  await owner.call("POST", "/api/admin/notice/channels/VOICE/test", { address: NUMBER });
  await phone.getByRole("button", { name: /接\s?听/ }).click();
  await phone.getByRole("button", { name: "按 1" }).click();
  await expect(phone.getByText("按了 1", { exact: false })).toBeVisible();

  await phone.getByRole("switch", { name: "开机：+86 138 0013 8000" }).click();
  await expect(phone.getByText("已关机")).toBeVisible();
  await owner.call("POST", "/api/admin/notice/channels/VOICE/test", { address: NUMBER });
  await expect.poll(() => fates(owner)).toEqual(["FAILED", "ANSWERED", "ANSWERED"]); // the list is asked for once
  await page.goto("/admin/sent");
  await expect(page.getByRole("cell", { name: "已确认" })).toHaveCount(2);
  await page.getByRole("button", { name: "失败" }).click();
  await expect(page.getByRole("cell", { name: "联系不上：关机、不在服务区，或网络不通" })).toHaveCount(1);
  await expect(page.getByRole("button", { name: /重发给/ })).toBeVisible();
});

test("a mail server is connected, its password never shown again, and what is wrong stands beside the field", async ({
  browser,
}) => {
  const { owner } = await Company.create();
  const page = await owner.open(browser, "/admin/channels");
  const card = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "邮件" }) });
  await card.getByRole("button", { name: /接\s?入/ }).click();
  await page.getByLabel("服务器地址").fill("mail.example.com");
  await page.getByLabel("用户名").fill("robot");
  await page.getByLabel("发件地址").fill("robot@example.com");
  await page.getByRole("button", { name: /保\s?存/ }).click();
  await expect(page.getByText("请填写这个用户名的密码")).toBeVisible();
  await page.getByLabel("密码").fill("a-secret-of-mail");
  await page.getByRole("button", { name: /保\s?存/ }).click();
  await expect(card.getByText("mail.example.com")).toBeVisible();

  await card.getByRole("button", { name: "修改设置" }).click();
  await expect(page.getByLabel("密码")).toHaveValue("");
  await expect(page.getByLabel("密码")).toHaveAttribute("placeholder", "已设置，不修改请留空");
  await page.getByLabel("发件人名称").fill("公司通知");
  await page.getByRole("button", { name: /保\s?存/ }).click();
  await expect(page.getByText("已保存").first()).toBeVisible();
  await card.getByRole("switch", { name: "启用邮件" }).click();
  await expect(card.getByText("已停用")).toBeVisible();
  await card.getByRole("button", { name: /移\s?除/ }).click();
  await page.getByRole("button", { name: "移除邮件的设置" }).click();
  await expect(card.getByText("未接通")).toBeVisible();
});

test("an administrator changes the ladder, a rule and whom a DING cannot reach", async ({ browser }) => {
  const company = await Company.create();
  const boss = await company.hire("赵总");
  const page = await company.owner.open(browser, "/admin/ding");
  await page.getByRole("button", { name: "添加一步" }).click();
  await page.getByLabel("第 5 步：开始后多少分钟").fill("3");
  await page.getByRole("button", { name: /保\s?存/ }).click();
  await expect(page.getByText("后面的步骤不能比前面的早")).toBeVisible();
  await page.getByLabel("第 5 步：开始后多少分钟").fill("60");
  await page.getByRole("button", { name: /保\s?存/ }).click();
  await expect(page.getByText("已保存")).toBeVisible();
  const { ladder } = await company.owner.call<{ ladder: { steps: { afterMinutes: number }[] } }>(
    "GET",
    "/api/admin/ding/settings",
  );
  expect(ladder.steps.map(({ afterMinutes }) => afterMinutes)).toEqual([0, 5, 10, 30, 60]);

  await page.getByRole("link", { name: "谁可以 DING 谁" }).click();
  await page.getByRole("button", { name: "修改规则 1" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "电话" }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /保\s?存/ })
    .click();
  await expect(page.getByText("应用内、推送、邮件、短信")).toBeVisible();

  await page.getByRole("link", { name: "受保护的人" }).click();
  await page.getByRole("button", { name: "添加受保护的人" }).click();
  await page.getByLabel("保护谁").fill(boss.name);
  await page.locator(".ant-select-item-option", { hasText: boss.name }).click();
  await page.getByLabel("不送达，发送者会看到原因").check();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /保\s?存/ })
    .click();
  await expect(page.getByText("其他人不能 DING · 没有白名单")).toBeVisible();

  await page.getByRole("link", { name: "操作记录" }).click();
  await expect(page.getByText("修改了默认设置")).toBeVisible();
  await expect(page.getByText("设置了受保护的人")).toBeVisible();
});
