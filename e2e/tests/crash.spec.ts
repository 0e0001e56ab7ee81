import { Chat } from "../support/chat.ts";
import { QiaoServer } from "../support/server.ts";
import { expect, test } from "../support/test.ts";

test("what is written while the server is dead arrives once when it is back", async ({ browser }) => {
  test.setTimeout(420_000);
  const server = await QiaoServer.start();
  try {
    const owner = await server.firstCompany();
    const made = await owner.call<{ id: number }>("POST", "/api/conversations", {
      kind: "GROUP",
      title: "值班",
      memberIds: [],
      key: "duty",
    });
    const chat = new Chat(await owner.open(browser, `/messages/${made.id}`));
    await chat.say("断电之前");

    await server.kill();
    await chat.say("断电之中");
    await expect(chat.page.getByText(/连接已断开|正在连接/).first()).toBeVisible();
    await server.restart();

    await expect(chat.page.locator("article[data-outgoing]")).toHaveCount(0, { timeout: 60_000 });
    await chat.page.reload();
    await expect(chat.message("断电之前")).toHaveCount(1);
    await expect(chat.message("断电之中")).toHaveCount(1);
  } finally {
    await server.stop();
  }
});
