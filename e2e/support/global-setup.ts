import { QiaoServer } from "./server.ts";

/** One server with one first company for all journeys that do not need an empty one. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const server = await QiaoServer.start();
  await server.firstCompany();
  process.env.QIAO_URL = server.url;
  return () => server.stop();
}
