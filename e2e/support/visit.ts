import { expect, type Locator, type Page } from "@playwright/test";

export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** One red pixel. */
export const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
  "base64",
);

/** The customer's page as he sees it. */
export class Visit {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get box(): Locator {
    return this.page.getByRole("textbox", { name: "输入消息" });
  }

  message(text: string): Locator {
    return this.page.locator("article").filter({ hasText: text });
  }

  async begin(name: string): Promise<void> {
    await this.page.getByRole("button", { name: "聊一聊" }).click();
    await this.page.getByLabel("怎么称呼您（选填）").fill(name);
    await this.page.getByRole("button", { name: "同意并开始" }).click();
    await expect(this.box).toBeVisible();
  }

  async say(text: string): Promise<void> {
    await this.box.fill(text);
    await this.page.getByRole("button", { name: "发送", exact: true }).click();
    await expect(this.message(text)).toBeVisible();
  }

  /** One of his conversations, when there are several. */
  async goTo(name: string): Promise<void> {
    await this.page.getByRole("button", { name: "我的对话" }).click();
    await this.page.getByRole("dialog", { name: "我的对话" }).getByRole("button", { name }).click();
    await expect(this.page.getByRole("heading", { name, level: 1 })).toBeVisible();
  }

  /** Something of the menu behind the three dots. */
  async choose(entry: string): Promise<void> {
    await this.page.getByRole("button", { name: "更多操作" }).click();
    await this.page.getByRole("dialog").getByRole("button", { name: entry, exact: true }).click();
  }
}
