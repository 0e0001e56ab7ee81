import { QiaoServer } from "./server.ts";

/** One server with one first company for all journeys that do not need an empty one. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const server = await QiaoServer.start();
  const answer = await fetch(`${server.url}/api/setup/company`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({
      companyName: "测试集团",
      name: "王建国",
      login: "root@example.com",
      password: "bridge-over-water-1",
      locale: "zh-CN",
    }),
  });
  if (answer.status !== 201) {
    throw new Error(`The first company was refused: ${answer.status} ${await answer.text()}`);
  }
  process.env.QIAO_URL = server.url;
  return () => server.stop();
}
