import type { Locator, Page } from "@playwright/test";
import { accessible } from "../support/accessible.ts";
import { Company, type Person } from "../support/company.ts";
import { QiaoServer } from "../support/server.ts";
import { expect, test } from "../support/test.ts";

const PHONE = { viewport: { width: 390, height: 844 } };
const MINUTE = 60_000;
const DAY_MINUTES = 24 * 60;
/** Shanghai is eight hours ahead. */
const NOON = 4;
const WEDNESDAY = 3;

interface Line {
  id: number;
  name: string;
}

/** Noon of the next Wednesday, so that the journey is the same on every day on which it runs. */
function wednesday(): Date {
  const noon = new Date();
  noon.setUTCHours(NOON, 0, 0, 0);
  const days = (WEDNESDAY - noon.getUTCDay() + 7) % 7;
  return new Date(noon.getTime() + (days === 0 ? 7 : days) * DAY_MINUTES * MINUTE);
}

/** The weekly report: three people must write it until Sunday evening; late ones are taken. */
async function weekly(owner: Person, people: Person[]): Promise<number> {
  const { items } = await owner.call<{ items: Line[] }>("GET", "/api/admin/report-templates?limit=100");
  const id = items.find(({ name }) => name === "周报")?.id;
  if (id === undefined) throw new Error(`No weekly report among ${items.map(({ name }) => name).join(", ")}`);
  const { template, content } = await owner.call<{ template: { version: number }; content: { rules: object } }>(
    "GET",
    `/api/admin/report-templates/${id}`,
  );
  const must = { everyone: false, members: people.map((each) => each.id), departments: [], roles: [] };
  const recipients = { members: [owner.id], levels: [], roles: [], conversations: [], choose: true };
  const deadline = { days: 0, workDays: false, time: "18:00" };
  const rules = { ...content.rules, must, recipients, deadline, late: true };
  await owner.call("PUT", `/api/admin/report-templates/${id}`, {
    version: template.version,
    content: { ...content, rules },
  });
  return id;
}

async function write(page: Page, done: string, next: string): Promise<void> {
  await page.getByRole("textbox", { name: /本周完成工作/ }).fill(done);
  await page.getByRole("textbox", { name: /下周工作计划/ }).fill(next);
}

function detail(page: Page): Locator {
  return page.getByRole("region", { name: "日志详情" });
}

test("a week of reports: one in time, one late, one missing, and the superior follows them up", async ({ browser }) => {
  test.setTimeout(420_000);
  const server = await QiaoServer.startWithClock();
  try {
    const owner = await server.firstCompany();
    const company = Company.of(server.url, owner);
    const [li, zhao, sun] = [await company.hire("李娜"), await company.hire("赵六"), await company.hire("孙七")];
    const template = await weekly(owner, [li, zhao, sun]);
    const start = wednesday();
    server.forward(Math.round((start.getTime() - Date.now()) / MINUTE));

    // In time, on a phone: the draft survives a reload.
    const hers = await li.open(browser, "/workbench", PHONE);
    await hers.getByRole("link", { name: /写日志/ }).click();
    await hers.getByRole("region", { name: "待提交" }).getByRole("link", { name: /^周报/ }).click();
    await expect(hers.getByRole("region", { name: "发给谁" })).toContainText(owner.name);
    await hers.getByRole("button", { name: "提交" }).click();
    await expect(hers.getByText(/处需要修改/)).toBeVisible();
    await write(hers, "和三家客户谈了合同", "签下合同");
    await expect(hers.getByText(/草稿已在 .* 保存/)).toBeVisible();
    await hers.reload();
    await expect(hers.getByText(/已恢复 .* 保存的草稿/)).toBeVisible();
    await accessible(hers);
    await hers.getByRole("button", { name: "提交" }).click();
    await expect(detail(hers)).toContainText("和三家客户谈了合同");
    await accessible(hers);

    // Late: a reminder of last week leads to its form.
    server.forward(5 * DAY_MINUTES);
    const monday = new Date(start.getTime() + 5 * DAY_MINUTES * MINUTE);
    const his = await zhao.open(browser, "/workbench");
    await his.clock.setFixedTime(monday);
    await his.goto(`/reports/new/${template}?day=${start.toISOString().slice(0, 10)}`);
    await expect(his.getByText("已过截止时间，提交后会标记为迟交。")).toBeVisible();
    await write(his, "修好了三号线", "检修四号线");
    await his.getByRole("button", { name: "提交" }).click();
    await expect(detail(his)).toContainText("迟交");

    // The superior reads what is unread, likes it and says something to it.
    const boss = await owner.open(browser, "/reports");
    await boss.getByRole("button", { name: "未读 2" }).click();
    await expect(boss.getByRole("link", { name: /李娜的周报/ })).toBeVisible();
    await boss.getByRole("link", { name: /赵六的周报/ }).click();
    await expect(detail(boss)).toContainText("修好了三号线");
    await detail(boss).getByRole("button", { name: "点赞" }).click();
    await detail(boss).getByRole("textbox", { name: "写评论" }).fill("辛苦了，四号线什么时候能好？");
    await detail(boss).getByRole("button", { name: "发表评论" }).click();
    await expect(detail(boss)).toContainText("四号线什么时候能好");
    await expect(boss.getByRole("button", { name: "未读 1" })).toBeVisible();
    await expect(detail(boss).locator(".ant-btn-loading")).toHaveCount(0); // pale until the server has answered
    await accessible(boss);
    await expect(detail(his)).toContainText("四号线什么时候能好");
    await expect(detail(his).getByRole("button", { name: "赞 1" })).toBeVisible();
    await detail(his)
      .getByRole("button", { name: `回复 ${owner.name}` })
      .click();
    const answer = detail(his).getByRole("textbox", { name: `回复 ${owner.name}` });
    await expect(answer).toHaveValue(`@${owner.name} `);
    await answer.fill(`@${owner.name} 周五前能好`);
    await detail(his).getByRole("button", { name: "回复", exact: true }).click();
    await expect(answer).toBeHidden();
    await expect(detail(boss).getByRole("list").getByRole("list")).toContainText("周五前能好");
    await detail(his).getByRole("button", { name: "1 人已读" }).click();
    const readers = his.getByRole("dialog", { name: "阅读情况" });
    await readers.getByText("已读 1").click();
    await expect(readers).toContainText(owner.name);

    // Who has not is reached with one button.
    await boss.goto(`/reports/overview?template=${template}`);
    await boss.getByRole("combobox", { name: "周期" }).click();
    await boss.getByTitle(/（2\/3）/).click();
    const board = boss.getByRole("region", { name: "成员" }).first();
    await expect(board).toContainText("孙七");
    await expect(boss.locator(".ant-select-dropdown:visible")).toHaveCount(0); // it fades away
    await accessible(boss);
    await board.getByText("迟交 1").click();
    await expect(board).toContainText("赵六");
    await board.getByRole("button", { name: "DING 未提交的 1 人" }).click();
    await boss.getByRole("button", { name: "DING 1 人" }).click();
    await expect(boss.getByText("已 DING 1 人")).toBeVisible();
    const suns = await sun.open(browser, "/dings");
    await expect(suns.getByRole("link", { name: new RegExp(owner.name) })).toBeVisible();
  } finally {
    await server.stop();
  }
});
