import { Chat } from "../support/chat.ts";
import { Company } from "../support/company.ts";
import { expect, test } from "../support/test.ts";

test("two people chat in two browsers and the sender sees who has read", async ({ browser }) => {
  const company = await Company.create();
  const zhang = await company.hire("张伟");
  const li = await company.hire("李娜");
  const direct = await zhang.call<{ id: number }>("POST", "/api/conversations", { kind: "DIRECT", memberId: li.id });

  const one = new Chat(await zhang.open(browser, `/messages/${direct.id}`));
  const two = new Chat(await li.open(browser, "/messages"));
  await one.say("明天上午十点评审，来吗？");
  await expect(one.message("明天上午十点评审").getByText("未读")).toBeVisible();

  await two.open("张伟");
  await expect(two.message("明天上午十点评审")).toBeVisible();
  await expect(one.message("明天上午十点评审").getByText("已读")).toBeVisible();

  await two.say("来，我带上报价单。");
  await expect(one.message("我带上报价单")).toBeVisible();

  await one.choose("我带上报价单", "回复");
  await one.say("好，会议室 302");
  await expect(two.message("会议室 302")).toContainText("我带上报价单");
});

test("a group shows unread names, a mention, and a recall that leaves a tombstone", async ({ browser }) => {
  const company = await Company.create();
  const zhang = await company.hire("张伟");
  const li = await company.hire("李娜");
  const wang = await company.hire("王芳");
  const group = await zhang.call<{ id: number }>("POST", "/api/conversations", {
    kind: "GROUP",
    title: "项目一组",
    memberIds: [li.id, wang.id],
    key: "journey-group",
  });

  const one = new Chat(await zhang.open(browser, `/messages/${group.id}`));
  const two = new Chat(await li.open(browser, `/messages/${group.id}`));
  await one.say("本周五之前交周报");
  await expect(two.message("本周五之前交周报")).toBeVisible();
  const state = one.message("本周五之前交周报").getByRole("button", { name: /人未读/ });
  await expect(state).toHaveText(/1 人未读/);
  await state.click();
  await expect(one.page.getByRole("tab", { name: "未读 1" })).toBeVisible();
  await expect(one.page.getByText("王芳").last()).toBeVisible();
  await one.page.getByRole("tab", { name: "已读 1" }).click();
  await expect(one.page.getByText("李娜").last()).toBeVisible();

  await one.composer.pressSequentially("@李");
  await one.page.getByRole("option", { name: /李娜/ }).click();
  await one.composer.pressSequentially("看一下合同");
  await one.composer.press("Enter");
  await expect(two.message("看一下合同")).toContainText("@李娜");

  await one.choose("本周五之前交周报", "撤回");
  await expect(one.message("本周五之前交周报")).toHaveCount(0);
  await expect(two.page.getByText("张伟撤回了一条消息").first()).toBeVisible();

  const late = new Chat(await wang.open(browser, `/messages/${group.id}`));
  await expect(late.page.getByText("张伟撤回了一条消息").first()).toBeVisible();
  await expect(late.page.getByText("本周五之前交周报")).toHaveCount(0);
});

test("files and pictures arrive and can be downloaded", async ({ browser }) => {
  const company = await Company.create();
  const zhang = await company.hire("张伟");
  const li = await company.hire("李娜");
  const direct = await zhang.call<{ id: number }>("POST", "/api/conversations", { kind: "DIRECT", memberId: li.id });
  const one = new Chat(await zhang.open(browser, `/messages/${direct.id}`));
  const two = new Chat(await li.open(browser, `/messages/${direct.id}`));
  await expect(one.composer).toBeVisible();

  const picture = await one.page.screenshot({ clip: { x: 0, y: 0, width: 400, height: 300 } });
  await one.page.locator("input[type=file]").setInputFiles([
    { name: "现场照片.png", mimeType: "image/png", buffer: picture },
    { name: "报价单.csv", mimeType: "text/csv", buffer: Buffer.from("名称,价格\n螺丝,3\n") },
  ]);
  const image = two.page.getByRole("button", { name: /查看图片/ });
  await expect(image.locator("img")).toHaveJSProperty("complete", true);
  await image.click();
  await expect(two.page.getByRole("dialog")).toBeVisible();
  await two.page.keyboard.press("Escape");
  await expect(two.page.getByRole("dialog")).toHaveCount(0);

  const download = two.page.waitForEvent("download");
  await two.page.getByRole("button", { name: /报价单.csv/ }).click();
  expect((await download).suggestedFilename()).toBe("报价单.csv");
});

test("a long history is walked back to its beginning, and one button leads to the newest message", async ({
  browser,
}) => {
  const company = await Company.create();
  const people = [company.owner];
  for (const name of ["张伟", "李娜", "王芳", "刘洋", "陈静", "杨帆", "赵磊"]) {
    people.push(await company.hire(name));
  }
  const group = await company.owner.call<{ id: number }>("POST", "/api/conversations", {
    kind: "GROUP",
    title: "值班记录",
    memberIds: people.slice(1).map((person) => person.id),
    key: "watch",
  });
  for (const [who, person] of people.entries()) {
    for (let n = 1; n <= 28; n++) {
      await person.call("POST", `/api/conversations/${group.id}/messages`, {
        key: `w${who}-${n}`,
        kind: "TEXT",
        body: { text: `第${who * 28 + n}条记录` },
      });
    }
  }

  const chat = new Chat(await company.owner.open(browser, `/messages/${group.id}`));
  await chat.page.getByRole("log").hover();
  const first = chat.page.getByText("第1条记录", { exact: true });
  await expect(async () => {
    await chat.page.mouse.wheel(0, -3_000);
    await expect(first).toBeVisible({ timeout: 200 });
  }).toPass({ timeout: 30_000 });
  await chat.page.getByRole("button", { name: /回到最新|条新消息/ }).click();
  await expect(chat.page.getByText("第224条记录", { exact: true })).toBeInViewport();
});
