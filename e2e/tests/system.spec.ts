import type { Locator, Page } from "@playwright/test";
import { accessible } from "../support/accessible.ts";
import { Chat } from "../support/chat.ts";
import { Company } from "../support/company.ts";
import { QiaoServer } from "../support/server.ts";
import { expect, test } from "../support/test.ts";

/** The highest value of a line in the last ten minutes, as the table under a chart says it. */
function highest(page: Page, chart: string, line: string): Locator {
  return page.getByRole("figure", { name: chart }).getByRole("row", { name: line }).getByRole("cell").last();
}

test("the operator sees a message that was just sent, at two widths", async ({ browser }) => {
  const server = await QiaoServer.start();
  try {
    const owner = await server.firstCompany();
    const group = await owner.call<{ id: number }>("POST", "/api/conversations", {
      kind: "GROUP",
      title: "运维组",
      memberIds: [],
      key: "system",
    });
    const chat = new Chat(await owner.open(browser, `/messages/${group.id}`));
    await chat.say("监控页面应该看到这一条");

    const page = await owner.open(browser, "/admin/");
    await page.getByRole("link", { name: "系统", exact: true }).click();
    await expect(highest(page, "消息", "发送")).toHaveText(/^(?!0\/s)[\d.,]+\/s$/);
    await expect(highest(page, "确认时延", "99% 不超过")).toHaveText(/^(?!0 ms)[\d.,]+ ms$/);
    await expect(highest(page, "连接", "在线连接")).toHaveText(/^[1-9]/);
    await expect(page.getByRole("figure").first().locator("canvas")).toBeVisible();
    await expect(page.getByText("synchronous_commit")).toBeVisible();
    await expect(page.getByText("监控页面应该看到这一条")).toHaveCount(0);

    await accessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  } finally {
    await server.stop();
  }
});

test("whoever does not run the server sees nothing of the machine", async ({ browser }) => {
  const company = await Company.create();
  const member = await company.hire("张伟");
  for (const person of [member, company.owner]) {
    const page = await person.open(browser, "/admin/system");
    await expect(page.getByText("你没有此页面的管理权限")).toBeVisible();
    await expect(page.getByRole("link", { name: "系统", exact: true })).toHaveCount(0);
    await expect(person.call("GET", "/api/admin/system")).rejects.toThrow("403");
  }
});
