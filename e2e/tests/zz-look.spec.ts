import { test } from "@playwright/test";
import { Company, type Person } from "../support/company.ts";
const OUT = "/tmp/wt/data-approvalweb/shots";
test("look", async ({ browser }) => {
  test.setTimeout(280_000);
  const company = await Company.create();
  const [li, zhao] = [await company.hire("李娜"), await company.hire("赵六")];
  const { owner } = company;
  const { items } = await li.call<{ items: { id: number; name: string }[] }>("GET", "/api/approval-templates?limit=100");
  const t = (name: string) => items.find((each) => each.name === name)?.id ?? 0;
  const send = async (who: Person, name: string, values: object, chosen: object, key: string) =>
    (await who.call<{ head: { id: number } }>("POST", "/api/approvals", { key, templateId: t(name), version: 1, values, chosen })).head.id;
  const a = await send(li, "通用审批", { subject: "借用会议室", content: "周五下午，十二人" }, { chosen: [zhao.id, owner.id] }, "a");
  await send(li, "请假", { kind: "annual", period: { from: "2026-12-01 AM", to: "2026-12-02 PM" }, reason: "回家看望父母" }, {}, "b");
  const b = await send(zhao, "请假", { kind: "annual", period: { from: "2026-12-01 AM", to: "2026-12-08 PM" }, reason: "搬家" }, {}, "c");
  await zhao.call("POST", `/api/approvals/${a}/decisions`, { task: 1, verdict: "AGREE", reason: "同意，注意关灯", files: [] });
  await owner.call("POST", `/api/approvals/${a}/comments`, { key: "1", text: "周五我也要用，能不能换到周四", mentions: [], files: [] });
  const group = await owner.call<{ id: number }>("POST", "/api/conversations", { kind: "GROUP", title: "值班组", memberIds: [li.id, zhao.id], key: "duty" });
  await owner.call("POST", `/api/approvals/${b}/shares`, { conversationId: group.id });
  const places: [string, string][] = [
    ["list", "/approvals"], ["detail", `/approvals/${a}`], ["detail2", `/approvals/${b}`], ["start", "/approvals/new"], ["fill", `/approvals/new/${t("请假")}`],
    ["general", `/approvals/new/${t("通用审批")}`], ["deleg", "/approvals/delegations"], ["stat", "/approvals/statistics"], ["print", `/approvals/${a}/print`], ["card", `/messages/${group.id}`], ["workbench", "/workbench"],
  ];
  for (const [name, options, locale] of [
    ["w", { viewport: { width: 1440, height: 900 }, colorScheme: "light", locale: "zh-CN" }, "zh-CN"],
    ["m", { viewport: { width: 390, height: 844 }, colorScheme: "light", locale: "zh-CN" }, "zh-CN"],
    ["d", { viewport: { width: 1440, height: 900 }, colorScheme: "dark", locale: "en-US" }, "en-US"],
  ] as const) {
    await owner.call("PUT", "/api/account", { locale });
    const page = await owner.open(browser, "/messages", options);
    page.on("pageerror", (error) => console.log("PAGEERROR", error.message));
    page.on("console", (line) => line.type() === "error" && console.log("CONSOLE", line.text()));
    for (const [place, path] of places) {
      await page.goto(path);
      await page.waitForTimeout(1500);
      await page.screenshot({ path: `${OUT}/${place}-${name}.png` });
    }
    await page.context().close();
  }
  await owner.call("PUT", "/api/account", { locale: "zh-CN" });
});
