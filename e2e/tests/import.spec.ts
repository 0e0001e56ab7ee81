import { Chat } from "../support/chat.ts";
import { Company } from "../support/company.ts";
import { expect, test } from "../support/test.ts";

/** A spreadsheet as WeCom's template has it: number, department path, and one row that cannot be right. */
function roster(people: number): string {
  const rows = ["姓名,账号,部门,职务,手机,邮箱"];
  for (let n = 1; n <= people; n++) {
    rows.push(`员工${n},E${n},总部/第${(n % 5) + 1}部,专员,139${String(10_000_000 + n)},staff${n}@example.org`);
  }
  rows.push("坏号码,E9999,总部,专员,12345,");
  return rows.join("\n");
}

test("a spreadsheet is imported, a group of 200 talks, and the reader list keeps up", async ({ browser }) => {
  const company = await Company.create();
  const page = await company.owner.open(browser, "/admin/import");
  await page.locator("input[type=file]").setInputFiles({
    name: "通讯录.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(`\uFEFF${roster(199)}`),
  });
  await expect(page.getByText("199", { exact: true })).toBeVisible({ timeout: 30_000 });
  await page.getByRole("button", { name: /导入 ?199/ }).click();
  await expect(page.getByRole("status").getByText("199", { exact: true })).toBeVisible({ timeout: 60_000 });

  const members = await company.everyone();
  const reader = await company.hire("李娜");
  const memberIds = [...members.filter((id) => id !== company.owner.id), reader.id];
  const group = await company.owner.call<{ id: number; memberCount: number }>("POST", "/api/conversations", {
    kind: "GROUP",
    title: "全员群",
    memberIds,
    key: "everybody",
  });
  expect(group.memberCount).toBe(201);

  const sender = new Chat(await company.owner.open(browser, `/messages/${group.id}`));
  await sender.say("下周一消防演习");
  const state = sender.message("下周一消防演习").getByRole("button", { name: /人未读/ });
  await expect(state).toHaveText(/200 人未读/);
  await new Chat(await reader.open(browser, `/messages/${group.id}`)).composer.waitFor();
  await expect(state).toHaveText(/199 人未读/);
  await state.click();
  await sender.page.getByRole("tab", { name: "已读 1" }).click();
  await expect(sender.page.getByText("李娜").last()).toBeVisible();
});
