import type { Page } from "@playwright/test";
import { faults, standard } from "../support/accessible.ts";
import { Company, type Person } from "../support/company.ts";
import { expect, test } from "../support/test.ts";

const PHONE = { width: 390, height: 844 };
const WORK = [
  "/messages",
  "/contacts",
  "/workbench",
  "/settings",
  "/settings/notifications",
  "/settings/ding",
  "/dings",
  "/dings/new",
  "/customers",
  "/customers/tags",
  "/customers/tasks",
  "/customers/settings",
  "/customers/privacy",
  "/customers/privacy?tab=notice",
  "/customers/privacy?tab=rules",
  "/customers/privacy?tab=register",
  "/customers/replies",
  "/customers/duplicates",
  "/customers/card",
  "/customers/ways",
  "/customers/import",
  "/customers/tag-rules",
  "/customers/ways/new",
  "/customers/site",
  "/customers/groups",
  "/customers/products",
  "/customers/products?tab=cards",
  "/customers/materials",
  "/customers/waiting",
  "/customers/waiting-rules",
  "/customers/statistics",
  "/customers/mass",
  "/customers/mass?tab=settings",
  "/customers/mass/new",
  "/handovers",
  "/customers/moments",
  "/customers/guard",
  "/customers/guard?tab=rules",
  "/customers/guard?tab=setup",
];
const APPROVALS = [
  "/approvals",
  "/approvals?box=ALL",
  "/approvals/new",
  "/approvals/delegations",
  "/approvals/statistics",
  "/approvals/tasks",
];
const REPORTS = ["/reports", "/reports?box=ALL", "/reports/new", "/reports/overview", "/reports/statistics"];
const DING_TABS = ["/ding", "/ding?tab=rules", "/ding?tab=people", "/ding?tab=audit", "/ding?tab=statistics"];
const NOTICE = ["/notices", ...DING_TABS, "/channels", "/sent", "/simulation", "/webhooks", "/api-keys"];
const ADMIN = [
  "/",
  "/company",
  "/departments",
  "/members",
  "/import",
  "/roles",
  "/invitations",
  "/requests",
  "/calendar",
  "/approvals",
  "/reports",
  ...NOTICE,
];
/** Of the shipped template for leave: with a field and a node chosen, so that their panels are looked at too. */
const DESIGN = ["", "?step=form", "?step=form&at=kind", "?step=route", "?step=route&at=superior", "?step=settings"];

/** In two halves, so that two browsers walk at once. */
const WALKS = {
  work: ({ conversation, ding, leave, approval }: Prepared) => [
    ...WORK,
    ...APPROVALS,
    ...REPORTS,
    `/approvals/${approval}`,
    `/approvals/new/${leave}`,
    `/approvals/${approval}/print`,
    `/messages/${conversation}`,
    `/dings/${ding}?box=SENT`,
  ],
  admin: ({ template }: Prepared) =>
    [...ADMIN, ...DESIGN.map((step) => `/approvals/${template}${step}`)].map((path) => `/admin${path}`),
};

/** Colours are looked at when they are there, not on their way. */
const STILL = { reducedMotion: "reduce" } as const;

/** What strangers see. */
const OUTSIDE = ["/login", "/join/unknown", "/link/unknown", "/ding/unknown"];

interface Prepared {
  owner: Person;
  conversation: number;
  ding: number;
  template: number;
  /** What employees start. */
  leave: number;
  approval: number;
}

async function settled(page: Page): Promise<void> {
  await page.locator("main, [role=main]").first().waitFor();
  await expect(page.locator(".ant-skeleton-active, .ant-spin-spinning")).toHaveCount(0);
}

async function accessible(page: Page, rules?: string[]): Promise<void> {
  expect.soft(await faults(standard(page, rules)), page.url()).toEqual([]);
}

async function fits(page: Page): Promise<void> {
  const tooWide = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  await expect.soft.poll(tooWide, { message: page.url() }).toBeLessThanOrEqual(0);
}

function listened(page: Page): string[] {
  const failures: string[] = [];
  page.on("pageerror", (error) => failures.push(error.message));
  page.on("console", (line) => {
    if (line.type() === "error") failures.push(line.text());
  });
  return failures;
}

async function prepared(): Promise<Prepared> {
  const company = await Company.create();
  const li = await company.hire("李娜");
  const made = await li.call<{ id: number }>("POST", "/api/conversations", {
    kind: "GROUP",
    title: "设计组",
    memberIds: [company.owner.id],
    key: "design",
  });
  for (const text of ["大家好", "图纸改好了，请看 https://example.com/plan"]) {
    const message = { key: `k${text.length}`, kind: "TEXT", body: { text } };
    await li.call("POST", `/api/conversations/${made.id}/messages`, message);
  }
  const ding = await company.owner.call<{ id: number }>("POST", "/api/dings", {
    key: "pages",
    text: "三号线停机，请立即到现场",
    range: { members: [li.id], phones: [{ phone: "13800138000", name: "王师傅" }] },
  });
  const templates = await company.owner.call<{ items: { id: number }[] }>("GET", "/api/admin/approval-templates");
  const template = templates.items[0]?.id ?? 0;
  return { owner: company.owner, conversation: made.id, ding: ding.id, template, ...(await leaveOf(li)) };
}

/** A leave request that waits for the owner. */
async function leaveOf(applicant: Person): Promise<{ leave: number; approval: number }> {
  const { items } = await applicant.call<{ items: { id: number; name: string }[] }>("GET", "/api/approval-templates");
  const leave = items.find(({ name }) => name === "请假")?.id ?? 0;
  const run = await applicant.call<{ head: { id: number } }>("POST", "/api/approvals", {
    key: "pages",
    templateId: leave,
    version: 1,
    values: { kind: "annual", period: { from: "2026-12-01 AM", to: "2026-12-02 PM" }, reason: "回家看望父母" },
  });
  return { leave, approval: run.head.id };
}

for (const [area, addresses] of Object.entries(WALKS)) {
  test(`every page is accessible and quiet: ${area}`, async ({ browser }) => {
    test.setTimeout(420_000);
    const places = await prepared();
    const page = await places.owner.open(browser, "/messages", { colorScheme: "light", ...STILL });
    const failures = listened(page);
    for (const address of addresses(places)) {
      await page.goto(address);
      await settled(page);
      await accessible(page);
    }
    expect.soft(failures).toEqual([]);
  });

  // The dark theme differs in its colours only.
  test(`no page is wider than a phone of 390 pixels, in English and dark too: ${area}`, async ({ browser }) => {
    test.setTimeout(420_000);
    const places = await prepared();
    await places.owner.call("PUT", "/api/account", { locale: "en-US" });
    const page = await places.owner.open(browser, "/messages", {
      viewport: PHONE,
      locale: "en-US",
      colorScheme: "dark",
      ...STILL,
    });
    const failures = listened(page);
    for (const address of addresses(places)) {
      await page.goto(address);
      await settled(page);
      await fits(page);
      await accessible(page, ["color-contrast"]);
    }
    expect.soft(failures).toEqual([]);
  });
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`what strangers see is accessible and fits a phone, ${colorScheme}`, async ({ browser }) => {
    const context = await browser.newContext({ baseURL: process.env.QIAO_URL, colorScheme, viewport: PHONE, ...STILL });
    const page = await context.newPage();
    for (const address of OUTSIDE) {
      await page.goto(address);
      await settled(page);
      await accessible(page);
      await fits(page);
    }
  });
}
