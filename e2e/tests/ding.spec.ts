import type { Page } from "@playwright/test";
import { accessible } from "../support/accessible.ts";
import { Company, type Person } from "../support/company.ts";
import { expect, test } from "../support/test.ts";

const WANG = "13800138000";

/** The full-screen alert, as somebody sees it. */
function alarm(page: Page) {
  return page.getByRole("alertdialog", { name: /的 DING/ });
}

/** Journeys run at any hour: without quiet hours everything rings at once. */
async function withoutQuietHours(admin: Person): Promise<void> {
  const settings = await admin.call<object>("GET", "/api/admin/ding/settings");
  await admin.call("PUT", "/api/admin/ding/settings", { ...settings, quiet: null });
}

/** The address in the SMS that a simulated phone has received. */
async function linkFrom(admin: Person, phone: string): Promise<string> {
  let link = "";
  await expect(async () => {
    const path = `/api/admin/notice/simulation/phones/86${phone}/messages`;
    const { items } = await admin.call<{ items: { text: string }[] }>("GET", path);
    link = items.map(({ text }) => /\/ding\/[\w-]+/.exec(text)?.[0] ?? "").find((found) => found !== "") ?? "";
    expect(link).not.toBe("");
  }).toPass();
  return link;
}

test("a DING reaches everybody: one confirms in the app, one by link, and the board agrees", async ({ browser }) => {
  const company = await Company.create();
  const [li, zhao] = [await company.hire("李娜"), await company.hire("赵六")];
  const { owner } = company;
  await withoutQuietHours(owner);
  await owner.call("PUT", "/api/admin/notice/simulation", { on: true });
  const lisPage = await li.open(browser, "/messages");
  await expect(lisPage.getByRole("link", { name: /消息/ }).first()).toBeVisible();

  const page = await owner.open(browser, "/dings");
  await page.getByRole("button", { name: "发 DING" }).click();
  await page.getByRole("button", { name: "发送 DING" }).click();
  await expect(page.getByText("请选择接收人")).toBeVisible();
  await page.getByRole("button", { name: "添加接收人" }).click();
  const picker = page.getByRole("dialog", { name: "选择接收人" });
  for (const person of [li, zhao]) {
    await picker.getByRole("textbox", { name: /搜索姓名/ }).fill(person.name);
    await picker.getByRole("checkbox", { name: person.name }).check();
  }
  await picker.getByRole("tab", { name: "手机号" }).click();
  await picker.getByRole("textbox", { name: /没有账号的人/ }).fill(`${WANG} 王师傅`);
  await accessible(page);
  await picker.getByRole("button", { name: "确定" }).click();
  await page.getByRole("textbox", { name: "内容" }).fill("三号线停机，请立即到现场");
  await expect(page.getByText("3 人", { exact: true })).toBeVisible();
  await expect(page.getByText("其中 1 人没有账号")).toBeVisible();
  await page.getByRole("button", { name: "发送 DING" }).click();
  await expect(page.getByText("已确认 0 人，共 3 人")).toBeVisible();

  await expect(alarm(lisPage)).toContainText("三号线停机，请立即到现场");
  await accessible(lisPage);
  await lisPage.keyboard.press("Escape");
  await expect(alarm(lisPage)).toBeHidden();
  await expect(lisPage.getByRole("link", { name: /DING.*1 条 DING 待确认/ })).toBeVisible();
  await lisPage.reload();
  await alarm(lisPage).getByRole("button", { name: "确认收到" }).click();
  await expect(alarm(lisPage)).toBeHidden();
  await expect(page.getByText("已确认 1 人，共 3 人")).toBeVisible();
  await expect(page.getByRole("article", { name: "李娜" })).toContainText("应用内确认");

  const stranger = await browser.newContext({ baseURL: process.env.QIAO_URL, viewport: { width: 390, height: 844 } });
  const door = await stranger.newPage();
  await door.goto(await linkFrom(owner, WANG));
  await expect(door.getByText("三号线停机，请立即到现场")).toBeVisible();
  await accessible(door);
  await expect(page.getByText("已确认 1 人，共 3 人")).toBeVisible();
  await door.getByRole("button", { name: "我知道了" }).click();
  await expect(door.getByText("已确认，谢谢")).toBeVisible();
  await expect(page.getByText("已确认 2 人，共 3 人")).toBeVisible();
  await expect(page.getByRole("article", { name: "王师傅" })).toContainText("链接确认");
  await page.getByRole("button", { name: /^未确认/ }).click();
  await expect(page.getByRole("article", { name: "李娜" })).toBeHidden();
  await expect(page.getByRole("article", { name: "赵六" })).toBeVisible();

  await lisPage.goto("/dings?box=RECEIVED");
  await lisPage.getByRole("link", { name: /三号线停机/ }).click();
  await lisPage.getByRole("textbox", { name: "回复内容" }).fill("十分钟到");
  await lisPage.getByRole("button", { name: "回复" }).click();
  await expect(page.getByText("十分钟到")).toBeVisible();
});

test("a recalled DING stops ringing, and those who have not read a message are one press away", async ({ browser }) => {
  const company = await Company.create();
  const li = await company.hire("李娜");
  const { owner } = company;
  await withoutQuietHours(owner);
  const group = await owner.call<{ id: number }>("POST", "/api/conversations", {
    kind: "GROUP",
    title: "值班组",
    memberIds: [li.id, (await company.hire("赵六")).id],
    key: "duty",
  });
  const words = { key: "k", kind: "TEXT", body: { text: "今晚谁值班" } };
  await owner.call("POST", `/api/conversations/${group.id}/messages`, words);

  const page = await owner.open(browser, `/messages/${group.id}`);
  await page.getByRole("button", { name: /2 人未读/ }).click();
  await page.getByRole("link", { name: "DING 未读的人" }).click();
  await expect(page.getByText("这条消息的未读成员")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "内容" })).toHaveValue("今晚谁值班");
  await page.getByText("只在应用内").click();
  await page.getByRole("button", { name: "发送 DING" }).click();
  await expect(page.getByText("已确认 0 人，共 2 人")).toBeVisible();
  await expect(page.getByRole("button", { name: /后可再次提醒/ })).toBeDisabled();

  const lisPage = await li.open(browser, "/workbench", { viewport: { width: 390, height: 844 } });
  await expect(alarm(lisPage)).toBeVisible();
  await page.getByRole("button", { name: "撤回" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "撤回" }).click();
  await expect(alarm(lisPage)).toBeHidden();
  await expect(page.getByText("这条 DING 已被撤回")).toBeVisible();
});
