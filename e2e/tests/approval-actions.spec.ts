import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { accessible } from "../support/accessible.ts";
import { card, choose, detail, menu, request } from "../support/approvals.ts";
import { Company, type Person } from "../support/company.ts";
import { rowsOf } from "../support/sheet.ts";
import { expect, test } from "../support/test.ts";

interface Run {
  head: { number: string };
  mine: { tasks: { task: number }[] };
}

async function taskOf(person: Person, run: number): Promise<number> {
  const { mine } = await person.call<Run>("GET", `/api/approvals/${run}`);
  const [first] = mine.tasks;
  if (!first) throw new Error(`${person.name} is not asked`);
  return first.task;
}

/** As a hand writes: down, along some points, up. */
async function sign(page: Page): Promise<void> {
  const paper = page.getByRole("img", { name: /签名板/ });
  await paper.scrollIntoViewIfNeeded();
  const box = await paper.boundingBox();
  if (!box) throw new Error("no paper");
  await page.mouse.move(box.x + 40, box.y + box.height / 2);
  await page.mouse.down();
  for (const [right, down] of [
    [80, 30],
    [120, -30],
    [180, 25],
    [240, -20],
  ] as const) {
    await page.mouse.move(box.x + right, box.y + box.height / 2 + down, { steps: 4 });
  }
  await page.mouse.up();
}

test("one request is handed on, copied, urged, signed by hand, taken back, shared and exported", async ({
  browser,
}) => {
  const company = await Company.create();
  const [li, sun] = [await company.hire("李娜"), await company.hire("孙七")];
  const [zhao, zhou] = [await company.hire("赵六"), await company.hire("周八")];
  const { owner } = company;
  const settings = await owner.call<object>("GET", "/api/admin/ding/settings");
  await owner.call("PUT", "/api/admin/ding/settings", { ...settings, quiet: null });
  await li.call("POST", "/api/conversations", {
    kind: "GROUP",
    title: "采购组",
    memberIds: [sun.id, zhao.id],
    key: "buyers",
  });
  const run = await request(li, [owner, zhao], "采购打印纸");

  const owners = await owner.open(browser, `/approvals/${run}?box=ALL`);
  await menu(owners, "转交");
  const transfer = owners.getByRole("dialog", { name: "转交" });
  await transfer.getByRole("button", { name: "选择同事" }).click();
  await choose(owners, sun);
  await transfer.getByRole("textbox", { name: /意见/ }).fill("他更清楚");
  await transfer.getByRole("button", { name: "转交给孙七" }).click();
  await expect(detail(owners)).toContainText("转交给孙七");
  await expect(detail(owners).getByRole("button", { name: "同意" })).toHaveCount(0);

  await sun.call("POST", `/api/approvals/${run}/signers`, {
    task: await taskOf(sun, run),
    where: "BEFORE",
    people: [zhou.id],
  });
  const suns = await sun.open(browser, `/approvals/${run}`);
  await menu(suns, "移除加签人");
  const removing = suns.getByRole("dialog", { name: "移除加签人" });
  await expect(removing.getByRole("radio", { name: "周八" })).toBeChecked();
  await removing.getByRole("button", { name: "移除加签人" }).click();
  await expect(detail(suns)).toContainText("移除了加签人周八");
  await menu(suns, "抄送给");
  const copying = suns.getByRole("dialog", { name: "抄送给" });
  await copying.getByRole("button", { name: "选择同事" }).click();
  await choose(suns, zhou);
  await copying.getByRole("button", { name: "抄送 1 人" }).click();
  await expect(detail(suns)).toContainText("抄送给周八");
  const told = await zhou.call<{ items: { id: number }[] }>("GET", "/api/approvals?box=TOLD");
  expect(told.items.map(({ id }) => id)).toEqual([run]);

  const lis = await li.open(browser, `/approvals/${run}`);
  await menu(lis, "催办");
  await expect(lis.getByText("已用 DING 催办 1 人")).toBeVisible();
  const alert = suns.getByRole("alertdialog");
  await expect(alert).toContainText("请尽快处理审批");
  await alert.getByRole("button", { name: /确认/ }).click();
  await expect(alert).toHaveCount(0);
  await menu(lis, "分享到聊天");
  const sharing = lis.getByRole("dialog", { name: "分享到聊天" });
  await sharing.getByRole("button", { name: "采购组" }).click();
  await sharing.getByRole("button", { name: "分享", exact: true }).click();
  await expect(sharing).toBeHidden();

  await detail(suns).getByRole("button", { name: "同意" }).click();
  const agreeing = suns.getByRole("dialog", { name: "同意审批" });
  await agreeing.getByRole("button", { name: "添加手写签名" }).click();
  await sign(suns);
  await accessible(suns);
  await agreeing.getByRole("button", { name: "同意" }).click();
  await expect(agreeing.getByText(/签好后点/)).toBeVisible();
  await agreeing.getByRole("button", { name: "使用此签名" }).click();
  await expect(agreeing.getByRole("button", { name: "移除 签名.png" })).toBeVisible();
  await agreeing.getByRole("button", { name: "同意" }).click();
  await expect(detail(suns).getByRole("img", { name: /签名/ })).toBeVisible();
  await menu(suns, "撤回我的决定");
  await suns.getByRole("dialog").getByRole("button", { name: "撤回我的决定" }).click();
  await expect(detail(suns)).toContainText("撤回了自己的决定");
  await detail(suns).getByRole("button", { name: "同意" }).click();
  await agreeing.getByRole("button", { name: "同意" }).click();
  await expect(detail(suns).getByRole("button", { name: "同意" })).toHaveCount(0);
  const task = await taskOf(zhao, run);
  const { head } = await zhao.call<Run>("POST", `/api/approvals/${run}/decisions`, {
    task,
    verdict: "AGREE",
    files: [],
  });
  await expect(detail(lis)).toContainText("已通过");

  await suns.getByRole("link", { name: /^消息/ }).first().click();
  await suns.getByRole("link", { name: /采购组/ }).click();
  await expect(card(suns, "李娜的通用审批")).toContainText("已通过");

  await owners.getByRole("region", { name: "审批", exact: true }).getByRole("button", { name: "更多" }).click();
  const saved = owners.waitForEvent("download");
  await owners.getByRole("menuitem", { name: "导出表格" }).click();
  const [headings, ...rows] = rowsOf(readFileSync(await (await saved).path()));
  expect(headings).toEqual(["编号", "审批", "申请人", "状态", "提交时间", "结束时间", "标题", "内容"]);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toEqual(expect.arrayContaining([head.number, "通用审批", "李娜", "已通过", "采购打印纸", "请批准"]));
});
