import { QiaoServer } from "../support/server.ts";
import { expect, test } from "../support/test.ts";

test("a stranger creates a company on an empty server and is inside", async ({ browser }) => {
  test.setTimeout(420_000);
  const server = await QiaoServer.start();
  try {
    const page = await (await browser.newContext({ baseURL: server.url })).newPage();
    await page.goto("/");
    await page.getByRole("button", { name: /创建公司/ }).click();
    await page.getByLabel("公司名称").fill("长桥设计有限公司");
    await page.getByLabel("你的姓名").fill("林桥");
    await page.getByLabel("手机号或邮箱").fill("13800138000");
    await page.getByLabel("密码", { exact: true }).fill("short");
    await page.getByRole("button", { name: "创建公司并进入" }).click();
    await expect(page.getByText("请至少输入 10 个字符")).toBeVisible();
    await page.getByLabel("密码", { exact: true }).fill("the bridge holds 2026");
    await page.getByRole("button", { name: "创建公司并进入" }).click();
    await expect(page.getByRole("navigation", { name: "主导航" })).toBeVisible();

    // The next visitor finds a company and is asked to sign in: first with a wrong password, then with the right one.
    const other = await (await browser.newContext({ baseURL: server.url })).newPage();
    await other.goto("/");
    await other.getByLabel("手机号或邮箱").fill("138 0013 8000");
    await other.getByLabel("密码", { exact: true }).fill("not the password");
    await other.getByRole("button", { name: /登录$/ }).click();
    await expect(other.getByText("账号或密码不正确")).toBeVisible();
    await other.getByLabel("密码", { exact: true }).fill("the bridge holds 2026");
    await other.getByRole("button", { name: /登录$/ }).click();
    await expect(other.getByRole("navigation", { name: "主导航" })).toBeVisible();
  } finally {
    await server.stop();
  }
});

test("the sample company is loaded at the start and its one-time links sign in", async ({ browser }) => {
  test.setTimeout(420_000);
  const server = await QiaoServer.start("--qiao.sample=true");
  try {
    const links = server.output.match(/\/link\/[A-Za-z0-9_-]+/g) ?? [];
    expect(links.length).toBe(3);
    const page = await (await browser.newContext({ baseURL: server.url })).newPage();
    await page.goto(links[1] ?? "");
    await page.getByRole("button", { name: /登录|进入/ }).click();
    await expect(page.getByRole("navigation", { name: "主导航" })).toBeVisible();
    await expect(page.locator("a[data-place]").nth(4)).toBeVisible();
    await page.locator("a[data-place]").nth(2).click();
    await expect(page.locator("article[data-message]").first()).toBeVisible();
  } finally {
    await server.stop();
  }
});
