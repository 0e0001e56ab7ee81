import { expect, type Locator, type Page } from "@playwright/test";

/** The chat as a person sees it: everything is found by role and label. */
export class Chat {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get composer(): Locator {
    return this.page.getByRole("textbox", { name: "输入消息" });
  }

  message(text: string): Locator {
    return this.page.locator("article").filter({ hasText: text });
  }

  async say(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.composer.press("Enter");
    await expect(this.message(text)).toBeVisible();
  }

  async open(title: string): Promise<void> {
    await this.page
      .getByRole("link", { name: new RegExp(title) })
      .first()
      .click();
    await expect(this.composer).toBeVisible();
  }

  /** The menu of a message, by the right mouse button. */
  async choose(text: string, item: string): Promise<void> {
    await this.message(text).first().click({ button: "right" });
    await this.page.getByRole("menuitem", { name: item }).click();
  }
}
