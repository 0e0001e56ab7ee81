import type { Locator, Page } from "@playwright/test";
import { Company, type Person } from "../support/company.ts";
import { expect, test } from "../support/test.ts";

/** Ids are made by the designer; the form is told by labels. */
interface StartForm {
  id: number;
  version: number;
  form: { fields: { key: string; label: string; kind: string }[] };
}

interface Preview {
  steps: { kind: string; name: string | null; people: { person: { name: string } | null }[] }[];
  errors: unknown[];
}

function panel(page: Page): Locator {
  return page.getByRole("region", { name: "控件设置" });
}

/** Adds a field by a click on the palette and names it. */
async function field(page: Page, kind: string, label: string): Promise<void> {
  await page.getByRole("navigation", { name: "控件" }).getByRole("button", { name: kind }).click();
  await panel(page).getByLabel("名称").fill(label);
}

/** An option, by typing its name: long lists hold only what is in sight. */
async function option(select: Locator, name: string): Promise<void> {
  await select.fill(name);
  await select.press("Enter");
}

async function column(page: Page, kind: string, label: string): Promise<void> {
  await page.getByRole("button", { name: /^费用明细/ }).click();
  await option(panel(page).getByRole("combobox", { name: "添加列" }), kind);
  await panel(page).getByLabel("名称").fill(label);
}

/** "The amount is more than 1000", in the editor of a field or a way. */
async function overThousand(page: Page): Promise<void> {
  await page.getByRole("button", { name: "添加条件" }).last().click();
  const row = page.getByRole("group", { name: "第 1 组条件 1" });
  await option(row.getByRole("combobox", { name: "比较什么" }), "预支金额");
  await row.getByRole("textbox", { name: "比较值" }).fill("1000");
}

async function person(page: Page, label: string, name: string): Promise<void> {
  await page.getByRole("combobox", { name: label }).fill(name);
  // The face of a short name is the name itself.
  await page.locator(".ant-select-dropdown:visible").getByText(name, { exact: true }).last().click();
}

async function drawForm(page: Page): Promise<void> {
  await field(page, "单行文字", "事由");
  await panel(page).getByRole("switch", { name: "必填" }).click();
  await field(page, "金额", "预支金额");
  await field(page, "日期区间", "出行日期");
  await field(page, "明细表格", "费用明细");
  await column(page, "单行文字", "项目");
  await column(page, "金额", "费用");
  await page.getByRole("button", { name: /^费用明细/ }).click();
  await panel(page).getByRole("checkbox", { name: "合计" }).check();
  await field(page, "计算公式", "差额");
  const formula = panel(page).getByRole("textbox", { name: "公式" });
  await panel(page).getByRole("button", { name: "预支金额" }).click();
  await panel(page).getByRole("button", { name: "-", exact: true }).click();
  await panel(page).getByRole("button", { name: "SUM" }).click();
  await panel(page).getByRole("button", { name: "费用明细 · 费用" }).click();
  await expect(formula).toHaveValue(/^\w+ - SUM\(\w+\.\w+\)$/);
  await field(page, "多行文字", "超额说明");
  await panel(page).getByRole("tab", { name: "显示条件" }).click();
  await overThousand(page);
}

async function drawRoute(page: Page): Promise<void> {
  await page.getByRole("button", { name: "在审批人之后添加节点" }).click();
  await page.getByRole("menuitem", { name: "条件分支" }).click();
  const drawer = page.getByRole("dialog", { name: "分支设置" });
  await drawer.getByRole("textbox", { name: "名称" }).fill("超过一千");
  await overThousand(page);
  await page.getByRole("button", { name: "在超过一千之后添加节点" }).click();
  await page.getByRole("menuitem", { name: "审批人" }).click();
  await page.getByRole("dialog", { name: "审批人" }).getByRole("radio", { name: "指定成员" }).check();
  await page.getByRole("dialog", { name: "审批人" }).getByRole("textbox", { name: "名称" }).fill("总监审批");
  await person(page, "指定成员", "周总");
  await page.getByRole("button", { name: "在条件分支之后添加节点" }).click();
  await page.getByRole("menuitem", { name: "抄送人" }).click();
  await person(page, "指定成员", "钱会计");
  await page.keyboard.press("Escape");
}

/** Values by labels, as a program sends them. */
function values({ form }: StartForm, amount: string): Record<string, unknown> {
  const key = (label: string) => form.fields.find((each) => each.label === label)?.key ?? label;
  return {
    [key("事由")]: "去苏州看布",
    [key("预支金额")]: amount,
    [key("出行日期")]: { from: "2026-12-01", to: "2026-12-03" },
  };
}

async function pathOf(who: Person, start: StartForm, amount: string): Promise<string[]> {
  const body = { templateId: start.id, values: values(start, amount), chosen: {} };
  const { steps, errors } = await who.call<Preview>("POST", "/api/approvals/preview", body);
  expect(errors).toEqual([]);
  return steps
    .filter((step) => step.people.length > 0)
    .map((step) => `${step.kind} ${step.people.map(({ person }) => person?.name).join(" ")}`);
}

test("a form and its route are drawn from nothing, published, and found by who may apply", async ({ browser }) => {
  const company = await Company.create();
  const { owner } = company;
  const li = await company.hire("李娜");
  await company.hire("周总");
  await company.hire("钱会计");
  const page = await owner.open(browser, "/admin/approvals");
  await page.getByRole("button", { name: "新建审批" }).click();
  const dialog = page.getByRole("dialog", { name: "新建审批" });
  await dialog.getByRole("textbox", { name: "审批名称" }).fill("差旅预支");
  await dialog.getByRole("combobox", { name: "分组" }).fill("差旅");
  await page.locator(".ant-select-dropdown:visible").getByText("新建分组“差旅”").click();
  await dialog.getByRole("button", { name: "新建并设计" }).click();
  await expect(page.getByRole("heading", { name: "差旅预支" })).toBeVisible();

  await page
    .getByRole("navigation", { name: "设计步骤" })
    .getByRole("button", { name: /表单设计/ })
    .click();
  await drawForm(page);
  await page.getByRole("button", { name: "保存草稿" }).click();
  await expect(page.getByText("已保存")).toBeVisible();
  await page
    .getByRole("navigation", { name: "设计步骤" })
    .getByRole("button", { name: /流程设计/ })
    .click();
  await drawRoute(page);
  await expect(page.getByRole("article", { name: "超过一千" })).toContainText("预支金额 大于 1000");
  await expect(page.getByRole("button", { name: /处需要修改/ })).toBeHidden();
  await page.getByRole("button", { name: "发布" }).click();
  await expect(page.getByText("已发布，新的申请将使用这个版本")).toBeVisible();

  // What was drawn is what is stored: a reload shows it again, and it is open to everybody.
  await page.reload();
  await expect(page.getByText("使用中")).toBeVisible();
  await expect(page.getByRole("article", { name: "总监审批" })).toContainText("周总");
  const { items } = await owner.call<{ items: { id: number; name: string; group: string }[] }>(
    "GET",
    "/api/approval-templates?limit=100",
  );
  const found = items.find((each) => each.name === "差旅预支");
  expect(found?.group).toBe("差旅");

  const start = await li.call<StartForm>("GET", `/api/approval-templates/${found?.id}`);
  expect(await pathOf(li, start, "800")).toEqual(["APPROVE 陈桥", "CC 钱会计"]);
  expect(await pathOf(li, start, "1800")).toEqual(["APPROVE 陈桥", "APPROVE 周总", "CC 钱会计"]);

  // On a phone, as it was drawn: a field appears, the difference is computed, the second person joins the path.
  const phone = await li.open(browser, "/approvals/new", { viewport: { width: 390, height: 844 } });
  await phone.getByRole("link", { name: /^差旅预支/ }).click();
  await phone.getByRole("textbox", { name: /事由/ }).fill("去苏州看布");
  await phone.getByRole("textbox", { name: /预支金额/ }).fill("800");
  await expect(phone.getByRole("textbox", { name: /超额说明/ })).toBeHidden();
  await phone.getByRole("textbox", { name: /预支金额/ }).fill("1800");
  await phone.getByRole("textbox", { name: /超额说明/ }).fill("旺季房价高");
  const row = phone.getByRole("region", { name: "费用明细 1" });
  await phone.getByRole("button", { name: "添加费用明细" }).click();
  await row.getByRole("textbox", { name: /项目/ }).fill("车票");
  await row.getByRole("textbox", { name: /费用/ }).fill("120");
  await expect(phone.getByRole("region", { name: "表单内容" })).toContainText("1,680.00");
  await expect(phone.getByRole("region", { name: "审批流程" })).toContainText("周总");
  await phone.getByRole("button", { name: "提交" }).click();
  await expect(phone.getByRole("region", { name: "审批详情" })).toContainText("审批中");
  const todo = await owner.call<{ items: { title: string }[] }>("GET", "/api/approvals?box=TODO");
  expect(todo.items.map(({ title }) => title)).toEqual(["差旅预支"]);
});
