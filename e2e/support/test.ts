import { test as base } from "@playwright/test";

export { expect } from "@playwright/test";

/** Every journey ends with its browsers closed: pages left open would go on talking to the server under the next ones. */
export const test = base.extend<{ tidy: undefined }>({
  tidy: [
    async ({ browser }, use) => {
      await use(undefined);
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    { auto: true },
  ],
});
