import { randomUUID } from "node:crypto";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { Company } from "../support/company.ts";
import { expect, test } from "../support/test.ts";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

interface Opened {
  token: string;
  thread: { conversationId: number };
}

/** Calls the interface as a customer. */
async function guest<T = unknown>(method: string, path: string, token: string, body?: unknown): Promise<T> {
  const answer = await fetch(`${process.env.QIAO_URL}/api/visit/${path}`, {
    method,
    headers: { "Content-Type": "application/json", ...(token && { Authorization: `Bearer ${token}` }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return (text === "" ? undefined : JSON.parse(text)) as T;
}

async function opened(code: string): Promise<Opened> {
  const way = await guest<{ notice: { version: number } }>("GET", `ways/${code}`, "");
  return guest("POST", `ways/${code}/opens`, "", { consent: way.notice.version, name: "王客户", locale: "zh" });
}

async function clean(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map((each) => `${each.id}: ${each.nodes[0]?.html}`)).toEqual([]);
}

test("an employee leaves, a colleague takes over, the customer goes on in the same thread", async ({ browser }) => {
  const company = await Company.create();
  const ann = await company.hire("安旧人");
  const bob = await company.hire("波新人");
  const { path } = await ann.call<{ path: string }>("PUT", "/api/my-card", {
    title: "顾问",
    needs: [],
    attributes: [],
    autoReply: "",
    skipVerify: true,
  });
  const code = path.slice(path.lastIndexOf("/") + 1);
  const visitor = await opened(code);
  const thread = visitor.thread.conversationId;
  const say = (text: string) =>
    guest("POST", `conversations/${thread}/messages`, visitor.token, {
      key: randomUUID(),
      kind: "TEXT",
      body: { text },
    });
  await say("请问报价多少");

  await company.owner.call("PUT", `/api/members/${ann.id}/state`, { state: "LEFT" });
  await say("还在吗");
  const page = await company.owner.open(browser, "/handovers");
  await page.getByRole("button", { name: "查看 安旧人 的客户" }).click();
  await page.getByRole("checkbox", { name: "选择 王客户" }).check();
  await clean(page);
  await page.getByRole("button", { name: "分配所选" }).click();
  await page.getByLabel("接替同事").fill("波新人");
  await page.locator(".ant-select-item-option", { hasText: "波新人" }).click();
  await page.getByLabel("接替后的第一句话（可不填）").fill("您好，以后由我为您服务");
  await page.getByRole("button", { name: "确认分配" }).click();
  await expect(page.getByText("客户已全部分配")).toBeVisible();

  const asked = await guest<{ items: { id: number; to: string }[] }>("GET", "handovers", visitor.token);
  expect(asked.items.map(({ to }) => to)).toEqual(["波新人"]);
  await guest("PUT", `handovers/${asked.items[0]?.id}/history`, visitor.token, { agree: true });
  await say("好的，请继续");

  const next = await bob.open(browser, "/messages");
  await next.getByText("王客户").first().click();
  await expect(next.locator("article").filter({ hasText: "好的，请继续" })).toBeVisible();
  await page.goto("/handovers?tab=managed");
  await expect(page.getByText("安旧人 → 波新人")).toBeVisible();
  await clean(page);
  const phone = await company.owner.open(browser, "/handovers?tab=managed", PHONE);
  await expect(phone.getByText("安旧人 → 波新人")).toBeVisible();
  await page.getByRole("button", { name: "撤销", exact: true }).click();
  await page.getByRole("tooltip").getByRole("button", { name: "撤销" }).click();
  await expect(page.getByText("已撤销", { exact: true })).toBeVisible();
});
