import type { Page } from "@playwright/test";
import { wellMade } from "../support/accessible.ts";
import { Company, call } from "../support/company.ts";
import { expect, test } from "../support/test.ts";

interface Task {
  state: string;
  how: string | null;
  answer: { key: string; text: string | null } | null;
}

/** Another system: knows its key and nobody's password. */
class OtherSystem {
  readonly #token: string;

  constructor(token: string) {
    this.#token = token;
  }

  async call<T>(method: string, path: string, body?: unknown): Promise<T> {
    return call<T>(process.env.QIAO_URL ?? "", this.#token, method, `/api/open${path}`, body);
  }
}

async function makeKey(page: Page): Promise<OtherSystem> {
  await page.getByRole("button", { name: "创建密钥" }).first().click();
  const dialog = page.getByRole("dialog", { name: "创建密钥" });
  await dialog.getByLabel("名称").fill("金蝶 ERP");
  await dialog.getByRole("checkbox", { name: "推送待办" }).check();
  await dialog.getByRole("button", { name: "创建", exact: true }).click();
  const secret = page.getByRole("dialog", { name: "密钥“金蝶 ERP”" });
  const token = (await secret.getByTestId("secret").textContent()) ?? "";
  await secret.getByRole("button", { name: "已保存好" }).click();
  return new OtherSystem(token.trim());
}

test("another system asks two people, one answers on the phone, the other sees it and the system knows", async ({
  browser,
}) => {
  const company = await Company.create();
  const { owner } = company;
  const li = await company.hire("李娜");
  const erp = await makeKey(await owner.open(browser, "/admin/api-keys"));
  const payment = {
    title: "采购付款 PO-2026-118，请确认",
    facts: [
      { label: "供应商", value: "宁波桥头钢材有限公司" },
      { label: "金额", value: "¥ 128,000.00" },
    ],
    link: "https://erp.example.com/po/118",
    dueAt: new Date(Date.now() + 3 * 60 * 60_000).toISOString(),
    assignees: [li.id, owner.id],
    answers: [
      { key: "agree", label: "同意付款" },
      { key: "refuse", label: "不同意" },
    ],
  };
  await erp.call("PUT", "/tasks/PO-118", payment);

  const phone = await li.open(browser, "/messages", { viewport: { width: 390, height: 844 } });
  await phone.getByRole("link", { name: /外部待办.*采购付款/ }).click();
  const card = phone.getByRole("log").getByRole("region", { name: payment.title });
  await expect(card).toContainText("金蝶 ERP");
  await expect(card.getByRole("button", { name: "同意付款" })).toBeVisible();
  await card.getByRole("link", { name: payment.title }).click();
  const open = phone.getByRole("link", { name: "到 金蝶 ERP 查看" });
  await expect(open).toHaveAttribute("target", "_blank");
  await expect(open).toHaveAttribute("rel", /noopener/);

  const page = await owner.open(browser, "/approvals");
  await expect(page.getByRole("link", { name: /1 项等你处理/ })).toBeVisible();
  await page.getByRole("link", { name: /外部待办/ }).click();
  await page.getByRole("link", { name: /采购付款/ }).click();
  await expect(page.getByRole("button", { name: "不同意" })).toBeVisible();
  await wellMade(page);

  await phone.getByRole("textbox", { name: "说明（选填）" }).fill("合同已核对");
  await phone.getByRole("button", { name: "同意付款" }).click();
  await expect(phone.getByText("合同已核对")).toBeVisible();
  await expect(page.getByText("合同已核对"), "the colleague sees it without asking").toBeVisible();
  await expect(page.getByRole("button", { name: "不同意" })).toBeHidden();
  await expect(page.getByRole("link", { name: /项等你处理/ })).toBeHidden();
  const task = await erp.call<Task>("GET", "/tasks/PO-118");
  expect(task).toMatchObject({ state: "DONE", how: "ANSWERED", answer: { key: "agree", text: "合同已核对" } });
});
