import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Person } from "./company.ts";

/** A busy machine takes its time. */
const READY_WITHIN_MS = 120_000;

/** As ./qiao test starts the program, from its AOT cache. */
const FLAGS = (
  process.env.QIAO_JAR_FLAGS ?? "-Xmx512m\n-XX:TieredStopAtLevel=1\n--enable-native-access=ALL-UNNAMED"
).split("\n");

/** A real server, started from the real jar on an empty data folder and two free ports. */
export class QiaoServer {
  #process: ChildProcess | null = null;
  readonly #data: string;
  readonly #options: string[];
  readonly #flags: string[];
  readonly url: string;
  #output = "";
  #ahead = 0;

  private constructor(data: string, url: string, options: string[], flags: string[]) {
    this.#data = data;
    this.url = url;
    this.#options = options;
    this.#flags = flags;
  }

  static async start(...options: string[]): Promise<QiaoServer> {
    return QiaoServer.#start(options, () => []);
  }

  /** The same for a journey that takes hours of the server's time: its clock is moved by {@link forward}. */
  static async startWithClock(): Promise<QiaoServer> {
    return QiaoServer.#start(["--server.address=127.0.0.1"], (data) => [`-Dqiao.clock.file=${join(data, "clock")}`]);
  }

  static async #start(options: string[], flags: (data: string) => string[]): Promise<QiaoServer> {
    const [http, socket] = [await freePort(), await freePort()];
    const data = mkdtempSync(join(tmpdir(), "qiao-e2e-"));
    const server = new QiaoServer(
      data,
      `http://localhost:${http}`,
      [`--server.port=${http}`, `--qiao.gateway.port=${socket}`, `--qiao.data=${data}`, ...options],
      flags(data),
    );
    await server.restart();
    return server;
  }

  /** What the server has printed so far: address, setup code, one-time links. */
  get output(): string {
    return this.#output;
  }

  /** Starts the server on its data folder, whatever is left there. */
  async restart(): Promise<void> {
    const jar = process.env.QIAO_JAR ?? join(import.meta.dirname, "../../server/target/qiao.jar");
    if (!existsSync(jar)) {
      throw new Error(`${jar} is missing: build it first, or run ./qiao test`);
    }
    const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, "bin/java") : "java";
    const child = spawn(java, [...this.#flags, ...FLAGS, "-jar", jar, ...this.#options], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    child.stdout?.on("data", (chunk) => this.#remember(chunk));
    child.stderr?.on("data", (chunk) => this.#remember(chunk));
    this.#process = child;
    try {
      await this.#ready(child);
    } catch (error) {
      await this.#end("SIGTERM");
      throw error;
    }
  }

  /** Later than it is, for the server alone; browsers keep the real time. */
  forward(minutes: number): void {
    this.#ahead += minutes * 60;
    writeFileSync(join(this.#data, "clock"), `${this.#ahead}`);
  }

  /** As a power cut for the program: no goodbye, the database server is left behind. */
  async kill(): Promise<void> {
    await this.#end("SIGKILL");
  }

  async stop(): Promise<void> {
    await this.#end("SIGTERM");
    rmSync(this.#data, { recursive: true, force: true });
  }

  /** Creates the first company; its owner. */
  async firstCompany(): Promise<Person> {
    const created = await fetch(`${this.url}/api/setup/company`, {
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
    if (created.status !== 201) {
      throw new Error(`The first company was refused: ${created.status} ${await created.text()}`);
    }
    const session = await fetch(`${this.url}/api/session`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ login: "root@example.com", password: "bridge-over-water-1", bearer: true }),
    });
    const { token, member } = (await session.json()) as { token: string; member: { id: number; name: string } };
    return new Person(this.url, member.id, member.name, token);
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#process;
    if (child && child.exitCode === null && child.signalCode === null) {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill(signal);
      await ended;
    }
  }

  #remember(chunk: Buffer): void {
    this.#output = (this.#output + chunk.toString()).slice(-100_000);
  }

  async #ready(child: ChildProcess): Promise<void> {
    const end = Date.now() + READY_WITHIN_MS;
    while (Date.now() < end) {
      if (child.exitCode !== null) {
        throw new Error(`The server ended while starting:\n${this.#output}`);
      }
      const answer = await fetch(`${this.url}/actuator/health`).catch(() => null);
      if (answer?.ok) {
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`The server was not ready within ${READY_WITHIN_MS} ms:\n${this.#output}`);
  }
}

const PORTS_FROM = 20_000;
const PORTS_UNTIL = 32_000;

/** Below those that systems give to clients: one of them could be a client's by the time the server wants it. */
async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const port = PORTS_FROM + Math.floor(Math.random() * (PORTS_UNTIL - PORTS_FROM));
    if (await isFree(port)) return port;
  }
  throw new Error(`No free port between ${PORTS_FROM} and ${PORTS_UNTIL}`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, () => probe.close(() => resolve(true)));
  });
}
