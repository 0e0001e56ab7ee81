import type { Locator, Page } from "@playwright/test";
import type { Person } from "./company.ts";

interface Template {
  id: number;
  name: string;
}

export async function template(person: Person, name: string): Promise<number> {
  const { items } = await person.call<{ items: Template[] }>("GET", "/api/approval-templates?limit=100");
  const found = items.find((each) => each.name === name);
  if (!found) throw new Error(`${name} is not among ${items.map((each) => each.name).join(", ")}`);
  return found.id;
}

let keys = 0;

/** A general request, sent without a browser, decided by one person or by several in turn. */
export async function request(applicant: Person, approvers: Person | Person[], subject: string): Promise<number> {
  const templateId = await template(applicant, "通用审批");
  keys += 1;
  const { head } = await applicant.call<{ head: { id: number } }>("POST", "/api/approvals", {
    key: `journey-${keys}`,
    templateId,
    version: 1,
    values: { subject, content: "请批准" },
    chosen: { chosen: [approvers].flat().map(({ id }) => id) },
  });
  return head.id;
}

export function card(page: Page, title: string): Locator {
  return page.getByRole("log").getByRole("region", { name: title });
}

export function detail(page: Page): Locator {
  return page.getByRole("region", { name: "审批详情" });
}

export async function choose(page: Page, person: Person): Promise<void> {
  const picker = page.getByRole("dialog").last();
  await picker.getByRole("textbox", { name: /搜索/ }).fill(person.name);
  await picker.getByRole("checkbox", { name: person.name }).check();
  await picker.getByRole("button", { name: "选好了" }).click();
}

/** What the bar below a run offers behind 更多. */
export async function menu(page: Page, entry: string): Promise<void> {
  await detail(page).getByRole("button", { name: "更多" }).click();
  await page.getByRole("menuitem", { name: entry }).click();
}
