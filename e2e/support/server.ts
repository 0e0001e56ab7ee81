import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const READY_WITHIN_MS = 60_000;

/** A real server, started from the real jar on an empty data folder and two free ports. */
export class QiaoServer {
  readonly #process: ChildProcess;
  readonly #data: string;
  readonly url: string;
  #output = "";

  private constructor(child: ChildProcess, data: string, url: string) {
    this.#process = child;
    this.#data = data;
    this.url = url;
    child.stdout?.on("data", (chunk) => this.#remember(chunk));
    child.stderr?.on("data", (chunk) => this.#remember(chunk));
  }

  static async start(...options: string[]): Promise<QiaoServer> {
    const jar = process.env.QIAO_JAR ?? join(import.meta.dirname, "../../server/target/qiao.jar");
    if (!existsSync(jar)) {
      throw new Error(`${jar} is missing: build it with ./qiao check, or run ./qiao test`);
    }
    const [http, socket] = [await freePort(), await freePort()];
    const data = mkdtempSync(join(tmpdir(), "qiao-e2e-"));
    const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, "bin/java") : "java";
    const child = spawn(
      java,
      [
        "-Xmx512m",
        "-XX:TieredStopAtLevel=1",
        "-jar",
        jar,
        `--server.port=${http}`,
        `--qiao.gateway.port=${socket}`,
        `--qiao.data=${data}`,
        ...options,
      ],
      { stdio: ["ignore", "pipe", "pipe"] },
    );
    const server = new QiaoServer(child, data, `http://localhost:${http}`);
    await server.#ready();
    return server;
  }

  /** What the server has printed so far: address, setup code, one-time links. */
  get output(): string {
    return this.#output;
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.once("exit", resolve));
    if (this.#process.exitCode === null) {
      this.#process.kill("SIGTERM");
      await ended;
    }
    rmSync(this.#data, { recursive: true, force: true });
  }

  #remember(chunk: Buffer): void {
    this.#output = (this.#output + chunk.toString()).slice(-100_000);
  }

  async #ready(): Promise<void> {
    const end = Date.now() + READY_WITHIN_MS;
    while (Date.now() < end) {
      if (this.#process.exitCode !== null) {
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

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
