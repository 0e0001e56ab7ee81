import { accessible } from "../support/accessible.ts";
import { card, choose, detail, menu, request, template } from "../support/approvals.ts";
import { Company } from "../support/company.ts";
import { expect, test } from "../support/test.ts";

const PHONE = { viewport: { width: 390, height: 844 } };

test("leave is asked for on a phone, agreed to in the chat, and everybody sees it", async ({ browser }) => {
  const company = await Company.create();
  const li = await company.hire("李娜");
  const { owner } = company;
  const bosss = await owner.open(browser, "/messages");

  const page = await li.open(browser, "/workbench", PHONE);
  await page.getByRole("link", { name: /发起审批/ }).click();
  await page.getByRole("link", { name: /^请假/ }).click();
  await expect(page.getByRole("region", { name: "审批流程" })).toContainText(owner.name);
  await page.getByRole("button", { name: "提交" }).click();
  await expect(page.getByText(/处需要修改/)).toBeVisible();
  await page.getByRole("combobox", { name: /假期类型/ }).click();
  await page.getByTitle("年假").click();
  await page.getByRole("textbox", { name: /请假事由/ }).fill("回家看望父母");
  await page.reload();
  await expect(page.getByText(/已恢复上次没有提交的内容/)).toBeVisible();
  await expect(page.getByRole("textbox", { name: /请假事由/ })).toHaveValue("回家看望父母");
  await accessible(page);
  const days = page.locator('[data-field="period"] input[type=date]');
  await days.nth(0).fill("2026-12-01");
  await days.nth(1).fill("2026-12-02");
  await page.getByRole("button", { name: "提交" }).click();
  await expect(detail(page)).toContainText("审批中");
  await expect(detail(page)).toContainText("回家看望父母");
  await accessible(page);

  await bosss.getByRole("link", { name: /审批.*李娜/ }).click();
  const shown = card(bosss, "李娜的请假");
  await expect(shown).toContainText("待你处理");
  await accessible(bosss);
  await shown.getByRole("button", { name: "同意" }).click();
  await expect(shown).toContainText("已通过");
  await expect(shown.getByRole("button")).toHaveCount(0);
  await expect(detail(page)).toContainText("已通过");
  await detail(page).getByRole("button", { name: "返回" }).click();
  await expect(page.getByRole("link", { name: /李娜的请假/ })).toContainText("已通过");
});

test("a request is returned, sent again, signed by one more, refused too late and withdrawn", async ({ browser }) => {
  const company = await Company.create();
  const [li, zhao] = [await company.hire("李娜"), await company.hire("赵六")];
  const { owner } = company;
  const page = await li.open(browser, `/approvals/new/${await template(li, "通用审批")}`);
  await page.getByRole("textbox", { name: /标题/ }).fill("借用会议室");
  await page.getByRole("textbox", { name: /内容/ }).fill("周五下午");
  await page.getByRole("button", { name: "提交" }).click();
  await expect(page.getByText("请选择审批人")).toBeVisible();
  await page.getByRole("button", { name: /选择自选审批人/ }).click();
  await choose(page, zhao);
  await expect(page.getByRole("region", { name: "审批流程" })).toContainText("赵六");
  await page.getByRole("button", { name: "提交" }).click();
  await expect(detail(page)).toContainText("审批中");

  const zhaos = await zhao.open(browser, "/approvals");
  await expect(zhaos.getByRole("link", { name: /1 项等你处理/ })).toBeVisible();
  await zhaos.getByRole("link", { name: /李娜的通用审批/ }).click();
  await menu(zhaos, "退回");
  await zhaos.getByRole("dialog").getByRole("textbox", { name: "理由" }).fill("请写明人数");
  await zhaos.getByRole("dialog").getByRole("button", { name: "退回" }).click();
  await expect(detail(page)).toContainText("请写明人数");
  await detail(page).getByRole("button", { name: "重新提交" }).click();
  await page.getByRole("textbox", { name: /内容/ }).fill("周五下午，十二人");
  await page.getByRole("button", { name: "重新提交" }).click();
  await expect(detail(page)).toContainText("周五下午，十二人");

  await expect(detail(zhaos)).toContainText("周五下午，十二人");
  await menu(zhaos, "加签");
  await zhaos
    .getByRole("dialog")
    .getByRole("radio", { name: /与我一起/ })
    .check();
  await zhaos.getByRole("dialog").getByRole("button", { name: "选择同事" }).click();
  await choose(zhaos, owner);
  await zhaos.getByRole("dialog").getByRole("button", { name: "加签 1 人" }).click();
  await expect(detail(zhaos)).toContainText(`加签给${owner.name}`);
  await accessible(zhaos);

  const owners = await owner.open(browser, "/approvals");
  await owners.getByRole("link", { name: /李娜的通用审批/ }).click();
  await detail(owners).getByRole("textbox", { name: "写评论" }).fill("我没有意见");
  await detail(owners).getByRole("button", { name: "发表" }).click();
  await expect(detail(page)).toContainText("我没有意见");
  await menu(page, "撤销申请");
  await page.getByRole("dialog").getByRole("button", { name: "撤销申请" }).click();
  await expect(detail(page)).toContainText("已撤销");
  await expect(detail(owners)).toContainText("已撤销");
  await expect(detail(owners).getByRole("button", { name: "同意" })).toHaveCount(0);
});

test("several are agreed to at once, one is refused in the chat, and who is late is told", async ({ browser }) => {
  const company = await Company.create();
  const [li, zhao] = [await company.hire("李娜"), await company.hire("赵六")];
  for (const subject of ["第一件", "第二件", "第三件"]) await request(li, zhao, subject);
  const page = await zhao.open(browser, "/approvals");
  await page.getByRole("button", { name: "批量同意" }).click();
  await page.getByRole("checkbox").nth(0).check();
  await page.getByRole("checkbox").nth(1).check();
  await accessible(page);
  await page.getByRole("button", { name: "同意", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "同意" }).click();
  await expect(page.getByText("已同意 2 条")).toBeVisible();
  const left = page.getByRole("region", { name: "待我处理" }).getByRole("link");
  await expect(left).toHaveCount(1);
  await expect(left).toContainText("第一件");
  await left.click();
  await detail(page).getByRole("button", { name: "拒绝" }).click();

  const chat = await zhao.open(browser, "/messages");
  await chat.getByRole("link", { name: /审批.*李娜/ }).click();
  const shown = card(chat, "李娜的通用审批").filter({ hasText: "第一件" });
  await shown.getByRole("button", { name: "拒绝" }).click();
  await shown.getByRole("textbox", { name: "理由" }).fill("预算不够");
  await shown.getByRole("button", { name: "拒绝" }).click();
  await expect(shown).toContainText("未通过");
  await expect(detail(page)).toContainText("预算不够");
});

test("who is away delegates, both see one decision, and what was agreed is undone", async ({ browser }) => {
  const company = await Company.create();
  const [li, zhao, sun] = [await company.hire("李娜"), await company.hire("赵六"), await company.hire("孙七")];
  const page = await zhao.open(browser, "/approvals/delegations");
  await page.getByRole("button", { name: "选择同事" }).click();
  await choose(page, sun);
  const [from, until] = [new Date(Date.now() - 60_000), new Date(Date.now() + 86_400_000)];
  await zhao.call("POST", "/api/approval-delegations", {
    toId: sun.id,
    startsAt: from.toISOString(),
    endsAt: until.toISOString(),
  });
  await page.reload();
  await expect(page.getByRole("button", { name: "结束对孙七的委托" })).toBeVisible();

  const run = await request(li, zhao, "借用会议室");
  const suns = await sun.open(browser, `/approvals/${run}`);
  const second = await sun.open(browser, `/approvals/${run}`);
  await second.route("**/api/approvals/*/decisions", async (route) => {
    await sun.call("POST", `/api/approvals/${run}/decisions`, { task: 1, verdict: "AGREE", files: [] });
    await route.continue();
  });
  await expect(detail(suns).getByRole("button", { name: "同意" })).toBeVisible();
  await expect(detail(second).getByRole("button", { name: "同意" })).toBeVisible();
  await second.keyboard.press("a");
  const dialog = second.getByRole("dialog", { name: "同意审批" });
  await dialog.getByRole("textbox", { name: /意见/ }).fill("好的");
  await accessible(second);
  await dialog.getByRole("button", { name: "同意" }).click();
  await expect(second.getByText("这件事已经有人处理了")).toBeVisible();
  await expect(detail(second)).toContainText("已通过");
  await expect(detail(suns)).toContainText("代赵六");
  await expect(detail(suns).getByRole("button", { name: "同意" })).toHaveCount(0);

  await page.getByRole("button", { name: "结束对孙七的委托" }).click();
  await expect(page.getByText("已结束")).toBeVisible();
  const lis = await li.open(browser, `/approvals/${run}`);
  await menu(lis, "申请撤销已通过的审批");
  await expect(lis.getByText(/这是一条撤销申请/)).toBeVisible();
  await expect(lis.getByRole("textbox", { name: /标题/ })).toHaveValue("借用会议室");
  await lis.getByRole("button", { name: /选择自选审批人/ }).click();
  await choose(lis, zhao);
  await lis.getByRole("button", { name: "提交撤销申请" }).click();
  await expect(detail(lis)).toContainText("这是一条撤销申请");
  const zhaos = await zhao.open(browser, "/approvals");
  await zhaos.getByRole("link", { name: /李娜的通用审批/ }).click();
  await detail(zhaos).getByRole("button", { name: "同意" }).click();
  await zhaos.getByRole("dialog").getByRole("button", { name: "同意" }).click();
  await lis.goto(`/approvals/${run}`);
  await expect(detail(lis)).toContainText("通过后已撤销");
});
