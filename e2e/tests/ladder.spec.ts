import type { Locator, Page } from "@playwright/test";
import { Company, type Person } from "../support/company.ts";
import { QiaoServer } from "../support/server.ts";
import { expect, test } from "../support/test.ts";

const WORDS = "三号线停机，请立即到现场";
const PHONES = { outsider: "13800138000", offline: "13900139001", quiet: "13900139002", shielded: "13900139003" };

/** The row of one recipient on the sender's board. */
function row(board: Page, name: string): Locator {
  return board.getByRole("article", { name });
}

/** A simulated telephone, as the administrator sees it. */
function telephone(network: Page, number: string): Locator {
  // Phones of members carry the name before the number.
  const shown = `+86 ${number.slice(0, 3)} ${number.slice(3, 7)} ${number.slice(7)}`;
  return network.getByRole("listitem", { name: shown });
}

/** "HH:mm" in the company's zone, so many hours from now. */
function clock(hours: number): string {
  const at = new Date(Date.now() + hours * 3_600_000);
  return at.toLocaleTimeString("en-GB", { timeZone: "Asia/Shanghai", hour: "2-digit", minute: "2-digit" });
}

/** What the board answers to a program, which must be what it shows to people. */
async function answers(owner: Person, ding: string): Promise<Record<string, string>> {
  interface Line {
    person: { name: string } | null;
    name: string;
    state: string;
    reason: string | null;
    confirmedWay: string | null;
    steps: { way: string; state: string }[];
  }
  const { items } = await owner.call<{ items: Line[] }>("GET", `/api/dings/${ding}/recipients`);
  return Object.fromEntries(
    items.map(({ person, name, state, reason, confirmedWay, steps }) => [
      person?.name ?? name,
      [state, reason ?? confirmedWay, ...steps.map((step) => `${step.way} ${step.state}`)].join(", "),
    ]),
  );
}

async function compose(page: Page, names: string[]): Promise<void> {
  await page.getByRole("button", { name: "添加接收人" }).click();
  const picker = page.getByRole("dialog", { name: "选择接收人" });
  for (const name of names) {
    await picker.getByRole("textbox", { name: /搜索姓名/ }).fill(name);
    await picker.getByRole("checkbox", { name }).check();
  }
  await picker.getByRole("tab", { name: "手机号" }).click();
  await picker.getByRole("textbox", { name: /没有账号的人/ }).fill(`${PHONES.outsider} 王师傅`);
  await picker.getByRole("button", { name: "确定" }).click();
  await page.getByRole("textbox", { name: "内容" }).fill(WORDS);
}

test("five kinds of people, five ways to answer, and the board agrees with every telephone", async ({ browser }) => {
  // A server of its own starts within it, which takes a busy machine a minute.
  test.setTimeout(420_000);
  const server = await QiaoServer.startWithClock();
  try {
    const owner = await server.firstCompany();
    const company = Company.of(server.url, owner);
    const online = await company.hire("李娜");
    await company.hire("赵六", PHONES.offline);
    const quiet = await company.hire("孙七", PHONES.quiet);
    const shielded = await company.hire("周总", PHONES.shielded);
    const settings = await owner.call<object>("GET", "/api/admin/ding/settings");
    await owner.call("PUT", "/api/admin/ding/settings", { ...settings, quiet: null });
    await owner.call("PUT", `/api/admin/ding/protected/${shielded.id}`, { mode: "REFUSE", senderIds: [] });
    await quiet.call("PUT", "/api/ding-preferences", { quiet: { from: clock(-1), until: clock(2) }, deputy: null });
    await owner.call("PUT", "/api/admin/notice/simulation", { on: true });
    const hers = await online.open(browser, "/messages");
    const board = await owner.open(browser, "/dings/new");
    const network = await owner.open(browser, "/admin/simulation");

    await compose(board, ["李娜", "赵六", "孙七", "周总"]);
    await expect(board.getByText("其中 1 人没有账号")).toBeVisible();
    await board.getByRole("button", { name: "发送 DING" }).click();
    await expect(board.getByText("已确认 0 人，共 4 人")).toBeVisible();
    const ding = /\/dings\/(\d+)/.exec(board.url())?.[1] ?? "";

    // At once: the app of who is online, an SMS to who has no app, nothing to who is asleep or protected.
    await expect(row(board, "王师傅")).toContainText("短信 已送达");
    await expect(row(board, "周总")).toContainText("受保护，不允许 DING");
    await expect(row(board, "孙七")).toContainText("待确认");
    const alarm = hers.getByRole("alertdialog", { name: /的 DING/ });
    await expect(alarm).toContainText(WORDS);
    await alarm.getByRole("button", { name: "确认收到" }).click();
    await expect(row(board, "李娜")).toContainText("应用内确认");

    // The link of the SMS, on a telephone that knows nothing of Qiao.
    const text = telephone(network, PHONES.outsider).getByText(WORDS);
    await expect(text).toBeVisible();
    const link = /\/ding\/[\w-]+/.exec((await text.textContent()) ?? "")?.[0] ?? "";
    const stranger = await browser.newContext({ baseURL: server.url, viewport: { width: 390, height: 844 } });
    const door = await stranger.newPage();
    await door.goto(link);
    await door.getByRole("button", { name: "我知道了" }).click();
    await expect(row(board, "王师傅")).toContainText("链接确认");

    // Five minutes later an SMS to who is offline; he answers 1.
    server.forward(5);
    await expect(row(board, "赵六")).toContainText("短信 已送达");
    await telephone(network, PHONES.offline).getByRole("button", { name: "1", exact: true }).click();
    await expect(row(board, "赵六")).toContainText("短信确认");

    // The quiet hours end: his ladder begins, up to the call, in which he presses 1.
    expect((await answers(owner, ding)).孙七).toBe("WAITING, ");
    server.forward(120);
    await expect(row(board, "孙七")).toContainText("应用内 已送达");
    server.forward(5);
    await expect(row(board, "孙七")).toContainText("短信 已送达");
    server.forward(5);
    const ringing = telephone(network, PHONES.quiet);
    await ringing.getByRole("button", { name: /接\s?听/ }).click();
    await ringing.getByRole("button", { name: "按 1" }).click();
    await expect(row(board, "孙七")).toContainText("电话确认");

    await expect(board.getByText("已确认 4 人，共 4 人")).toBeVisible();
    await expect(row(board, "孙七")).toContainText("电话 已送达");
    await expect
      .poll(() => answers(owner, ding))
      .toEqual({
        王师傅: "CONFIRMED, LINK, SMS DELIVERED",
        李娜: "CONFIRMED, APP, APP DELIVERED, PUSH FAILED",
        赵六: "CONFIRMED, SMS, APP DELIVERED, PUSH FAILED, EMAIL FAILED, SMS DELIVERED",
        孙七: "CONFIRMED, VOICE, APP DELIVERED, PUSH FAILED, EMAIL FAILED, SMS DELIVERED, VOICE DELIVERED",
        周总: "REFUSED, PROTECTED",
      });
    await expect(telephone(network, PHONES.shielded)).toHaveCount(0);
  } finally {
    await server.stop();
  }
});
