import { accessible } from "../support/accessible.ts";
import { Company } from "../support/company.ts";
import { sheetOf } from "../support/sheet.ts";
import { expect, test } from "../support/test.ts";
import { Visitor } from "../support/visitor.ts";

test("an employee tags, follows up, filters, keeps a segment, takes the list along and brings others in", async ({
  browser,
}) => {
  const company = await Company.create();
  const { owner } = company;
  await owner.call("POST", "/api/admin/customer-tag-groups", {
    name: "来源",
    tags: [{ name: "展会" }, { name: "老客介绍" }],
  });
  const zhang = await Visitor.of(owner, "张女士");
  await Visitor.of(owner, "李先生");
  const page = await owner.open(browser, "/messages");
  await page.getByRole("link", { name: "客户", exact: true }).click();
  const list = page.getByRole("table", { name: "客户" });
  await expect(list.getByRole("button", { name: /李先生/ })).toBeVisible();
  await accessible(page);

  // One customer: a tag, a stage, a note and a task with its reminder.
  await list.getByRole("button", { name: /张女士/ }).click();
  const profile = page.getByRole("complementary", { name: "客户资料" });
  await profile.getByRole("button", { name: "修改标签" }).click();
  const tags = page.getByRole("dialog", { name: "修改标签" });
  await tags.getByRole("combobox", { name: "选择标签" }).fill("展会");
  await page.getByTitle("展会").last().click();
  await tags.getByText("修改标签").click(); // the list of tags lies over the button
  await tags.getByRole("button", { name: "保存" }).click();
  await expect(profile.getByRole("region", { name: "标签" })).toContainText("展会");
  await profile.getByRole("combobox", { name: "阶段" }).click();
  await page.getByTitle("有意向").last().click();
  await profile.getByRole("textbox", { name: "写一条跟进记录" }).fill("想要两台，下周给报价");
  await profile.getByRole("button", { name: "记录", exact: true }).click();
  await profile.getByRole("button", { name: "新建任务" }).click();
  await profile.getByRole("textbox", { name: "要做什么" }).fill("回电报价");
  await profile.getByRole("button", { name: "保存" }).click();
  const timeline = profile.getByRole("region", { name: "动态" });
  await expect(timeline).toContainText("把阶段从“未分配”改为“有意向”");
  await expect(timeline).toContainText("想要两台，下周给报价");
  await timeline.getByRole("button", { name: "修改这条记录" }).click();
  await timeline.getByRole("textbox", { name: "修改这条记录" }).fill("想要三台，下周给报价");
  await timeline.getByRole("button", { name: "保存" }).click();
  await expect(timeline.getByRole("textbox", { name: "修改这条记录" })).toBeHidden();
  await expect(timeline).toContainText("想要三台，下周给报价");
  await expect(profile.getByRole("region", { name: "跟进任务" })).toContainText("回电报价");
  await accessible(page);

  // Narrowed by tag, kept, and found again.
  await page.getByRole("button", { name: "标签", exact: true }).click();
  await page.getByRole("combobox", { name: "标签" }).fill("展会");
  await page.getByTitle("展会").last().click();
  await expect(list.getByRole("button", { name: /李先生/ })).toBeHidden();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "存为分群" }).click();
  await page.getByRole("textbox", { name: "分群名称" }).fill("展会来的");
  await page.getByRole("dialog", { name: "存为分群" }).getByRole("button", { name: "保存" }).click();
  await expect(page.getByRole("button", { name: /展会来的/ })).toBeVisible();
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: /导出$/ }).click();
  expect((await coming).suggestedFilename()).toBe("customers.xlsx");
  const { items } = await owner.call<{ items: { lines: number }[] }>("GET", "/api/admin/customer-exports");
  expect(items.map(({ lines }) => lines)).toEqual([1]);

  // Beside the chat, with an answer at hand.
  await owner.call("POST", "/api/canned-replies", { title: "报价", text: "报价单已经发您邮箱", team: true });
  await profile.getByRole("button", { name: "聊天" }).click();
  await page.getByRole("button", { name: "客户资料" }).click();
  const beside = page.getByRole("complementary", { name: "客户资料" });
  await expect(beside.getByRole("region", { name: "标签" })).toContainText("展会");
  await beside.getByRole("tab", { name: "快捷回复" }).click();
  await beside.getByRole("button", { name: /报价单已经发您邮箱/ }).click();
  await expect(page.getByRole("textbox", { name: "输入消息" })).toHaveValue("报价单已经发您邮箱");
  await accessible(page);

  // A rule tags whoever uses a word; the timeline names it.
  await page.goto("/customers/tag-rules");
  await page.getByRole("button", { name: "新建规则" }).first().click();
  const rule = page.getByRole("dialog", { name: "新建规则" });
  await rule.getByRole("textbox", { name: "规则名称" }).fill("问发票");
  await rule.getByRole("combobox", { name: "包含其中任意一个词" }).fill("发票");
  await page.keyboard.press("Enter");
  await rule.getByRole("combobox", { name: "打上这些标签" }).fill("老客介绍");
  await page.getByTitle("老客介绍").last().click();
  await rule.getByText("新建规则").click();
  await rule.getByRole("button", { name: "保存" }).click();
  await expect(page.getByText("客户说到 发票")).toBeVisible();
  await accessible(page);
  await zhang.say("能开发票吗");
  await expect
    .poll(async () => (await owner.call<{ tagged: number }[]>("GET", "/api/admin/customer-tag-rules"))[0]?.tagged)
    .toBe(1);

  // What is to be done for all customers: changed, then ticked off.
  await page.goto("/customers/tasks");
  await expect(page.getByRole("link", { name: "张女士" })).toBeVisible();
  await page.getByRole("button", { name: "修改任务“回电报价”" }).click();
  await page.getByRole("textbox", { name: "要做什么" }).fill("回电报价和交期");
  await page.getByRole("button", { name: "保存" }).click();
  await page.getByRole("checkbox", { name: "完成“回电报价和交期”" }).click();
  await expect(page.getByText("没有任务")).toBeVisible();

  // The groups of tags in another order, by keyboard.
  await owner.call("POST", "/api/admin/customer-tag-groups", { name: "等级", tags: [{ name: "贵宾" }] });
  await page.goto("/customers/tags");
  const down = page.getByRole("button", { name: "下移“来源”" });
  await down.press("Enter");
  await expect(down).toBeDisabled();
  await page.reload();
  await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText("等级");

  // Customers out of a sheet: every row is shown with its mistakes, then the good ones are written.
  await page.goto("/customers/import");
  await page.locator("input[type=file]").setInputFiles({
    name: "老客户.xlsx",
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer: sheetOf([
      ["姓名", "电话", "公司", "标签", "跟进人"],
      ["赵老师", "138 0013 8000", "红星学校", "展会", owner.name],
      ["钱先生", "1.38E+10", "", "", owner.name],
    ]),
  });
  const rows = page.getByRole("table", { name: "每一行" });
  await expect(rows).toContainText("赵老师");
  await expect(rows).toContainText("被表格软件改成了科学计数");
  await accessible(page);
  await page.getByRole("button", { name: "导入 1 位客户" }).click();
  await expect(page.getByRole("link", { name: "下载结果" })).toBeVisible();
  await rows.getByRole("link", { name: "赵老师" }).click();
  const imported = page.getByRole("complementary", { name: "客户资料" });
  await expect(imported.getByRole("region", { name: "动态" })).toContainText("从“老客户.xlsx”导入");
  await expect(imported.getByRole("region", { name: "标签" })).toContainText("展会");
  await page
    .getByRole("table", { name: "客户" })
    .getByRole("button", { name: /张女士/ })
    .click();
  await expect(imported.getByRole("region", { name: "动态" })).toContainText("由规则“问发票”打上标签：老客介绍");
});
