import type { Locator, Page } from "@playwright/test";
import { Company } from "../support/company.ts";
import { expect, test } from "../support/test.ts";

function card(page: Page, title: string): Locator {
  return page.getByRole("log").getByRole("region", { name: title });
}

test("a DING is shown in a conversation, confirmed there, and the card changes for both", async ({ browser }) => {
  const company = await Company.create();
  const li = await company.hire("李娜");
  const zhao = await company.hire("赵六");
  const { owner } = company;
  const settings = await owner.call<object>("GET", "/api/admin/ding/settings");
  await owner.call("PUT", "/api/admin/ding/settings", { ...settings, quiet: null });
  const text = "三号线停机，请立即到现场";
  const steps = [{ afterMinutes: 0, ways: ["APP"], target: "PERSON" }];
  const ding = await owner.call<{ id: number }>("POST", "/api/dings", {
    key: "stop",
    text,
    range: { members: [li.id] },
    ladder: { steps },
  });
  const group = await owner.call<{ id: number }>("POST", "/api/conversations", {
    kind: "GROUP",
    title: "值班组",
    memberIds: [li.id, zhao.id],
    key: "duty",
  });

  const page = await owner.open(browser, `/dings/${ding.id}`);
  await page.getByRole("button", { name: "分享" }).click();
  const dialog = page.getByRole("dialog", { name: "分享到聊天" });
  await dialog.getByRole("textbox", { name: "搜索会话或同事" }).fill("值班");
  await dialog.getByRole("button", { name: "值班组" }).click();
  await dialog.getByRole("button", { name: "分享", exact: true }).click();
  await expect(dialog).toBeHidden();
  await page.goto(`/messages/${group.id}`);
  await expect(card(page, text)).toContainText("0/1 人已确认");

  const lisPage = await li.open(browser, `/messages/${group.id}`, { viewport: { width: 390, height: 844 } });
  await expect(lisPage.getByRole("alertdialog")).toBeVisible();
  await lisPage.keyboard.press("Escape");
  await expect(card(lisPage, text)).toContainText("待你确认");
  await card(lisPage, text).getByRole("button", { name: "确认收到" }).click();
  await expect(card(lisPage, text)).toContainText("你已确认");
  await expect(card(page, text)).toContainText("1/1 人已确认");

  const zhaosPage = await zhao.open(browser, `/messages/${group.id}`);
  await expect(card(zhaosPage, text)).toContainText("陈桥");
  await expect(card(zhaosPage, text).getByRole("button")).toHaveCount(0);
  await zhaosPage.goto("/messages");
  await expect(zhaosPage.getByRole("link", { name: /值班组.*\[DING\] 三号线停机/ })).toBeVisible();
});
