import { Company } from "../support/company.ts";
import { expect, test } from "../support/test.ts";

interface Calendar {
  days: { date: string; kind: string; name: string }[];
}

test("an administrator makes a day free by keyboard, and a colleague's calendar and DINGs follow", async ({
  browser,
}) => {
  const company = await Company.create();
  const li = await company.hire("李娜");
  const made = await li.call<{ nextAt: string }>("POST", "/api/ding-schedules", {
    ding: { key: "calendar", text: "早会", range: { members: [company.owner.id] } },
    recurrence: { kind: "WORKDAYS", weekdays: [], time: "08:30", startsOn: "2031-09-30" },
  });
  expect(made.nextAt).toBe("2031-09-30T00:30:00Z");

  const page = await company.owner.open(browser, "/admin/calendar?year=2031");
  await expect(page.getByText("2031 年的放假安排尚未公布")).toBeVisible();
  await page.getByRole("button", { name: /2031年1月1日/ }).focus();
  for (let month = 1; month < 10; month++) await page.keyboard.press("PageDown");
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByRole("button", { name: /2031年9月30日/ })).toBeFocused();
  await page.keyboard.press("Enter");

  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: "休息" }).check();
  await dialog.getByLabel("名称").fill("厂庆");
  await dialog.getByRole("button", { name: "保存" }).click();
  await expect(page.getByRole("button", { name: /2031年9月30日.*厂庆.*公司自定/ })).toBeVisible();

  const day = "/api/calendar?from=2031-09-30&to=2031-09-30";
  expect((await li.call<Calendar>("GET", day)).days[0]?.name).toBe("厂庆");
  await expect
    .poll(async () => (await li.call<{ items: { nextAt: string }[] }>("GET", "/api/ding-schedules")).items[0]?.nextAt)
    .toBe("2031-10-01T00:30:00Z");
});

test("a new year is imported from its file and can be taken back", async ({ browser }) => {
  const company = await Company.create();
  const page = await company.owner.open(browser, "/admin/calendar?year=2031");
  await expect(page.getByText("2031 年的放假安排尚未公布")).toBeVisible();

  const file = (text: string) => ({ name: "2031.json", mimeType: "application/json", buffer: Buffer.from(text) });
  const input = page.locator("input[type=file]");
  await input.setInputFiles(file("no json"));
  await expect(page.getByText("这个文件不是 JSON")).toBeVisible();
  const days = [{ name: "元旦", date: "2031-01-01", isOffDay: true }];
  await input.setInputFiles(file(JSON.stringify({ year: 2031, papers: ["https://www.gov.cn/paper"], days })));

  await expect(page.getByRole("button", { name: /2031年1月1日.*元旦.*节假日/ })).toBeVisible();
  await expect(page.getByRole("link", { name: "2031 年放假通知原文" })).toBeVisible();
  await page.getByRole("button", { name: "撤销导入 2031 年" }).click();
  await expect(page.getByText("2031 年的放假安排尚未公布")).toBeVisible();
});
