import { devices } from "@playwright/test";
import { Chat } from "../support/chat.ts";
import { Company } from "../support/company.ts";
import { expect, test } from "../support/test.ts";

const PHONE = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  userAgent: devices["iPhone 13"].userAgent,
};

test("at phone width pages are stacked: tabs, list, chat, back", async ({ browser }) => {
  const company = await Company.create();
  const zhang = await company.hire("张伟");
  const li = await company.hire("李娜");
  const direct = await li.call<{ id: number }>("POST", "/api/conversations", { kind: "DIRECT", memberId: zhang.id });
  await li.call("POST", `/api/conversations/${direct.id}/messages`, {
    key: "hello",
    kind: "TEXT",
    body: { text: "到公司了吗？" },
  });

  const page = await zhang.open(browser, "/messages", PHONE);
  const chat = new Chat(page);
  const row = page.locator(`a[data-place="${direct.id}"]`);
  await expect(row).toContainText("到公司了吗？");
  await row.click();
  await expect(page.getByRole("link", { name: "通讯录" })).toBeHidden();
  await chat.composer.fill("刚到");
  await page.getByRole("button", { name: "发送" }).click();
  await expect(chat.message("刚到")).toBeVisible();
  await page.goBack();
  await expect(row).toContainText("刚到");
  await page.getByRole("link", { name: "通讯录" }).click();
  await expect(page).toHaveURL(/contacts/);
});
