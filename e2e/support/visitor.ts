import { randomBytes, randomUUID } from "node:crypto";
import { call, type Person } from "./company.ts";

interface Opened {
  token: string;
  thread: { conversationId: number };
}

/** A customer without a browser: opened somebody's code and writes in the thread with him. */
export class Visitor {
  readonly #opened: Opened;

  private constructor(opened: Opened) {
    this.#opened = opened;
  }

  static async of(employee: Person, name: string): Promise<Visitor> {
    const { code } = await employee.call<{ code: string }>("POST", "/api/my-card");
    const { notice } = await visit<{ notice: { version: number } }>(null, "GET", `ways/${code}`);
    const consent = { consent: notice.version, name, locale: "zh" };
    return new Visitor(await visit<Opened>(null, "POST", `ways/${code}/opens`, consent));
  }

  async call<T = unknown>(method: string, path: string, body?: unknown): Promise<T> {
    return visit<T>(this.#opened.token, method, path, body);
  }

  async id(): Promise<number> {
    return (await this.call<{ id: number }>("GET", "me")).id;
  }

  /** What stands in his thread. */
  async entries<T>(): Promise<{ items: T[] }> {
    return this.call("GET", `conversations/${this.#opened.thread.conversationId}/entries?after=0`);
  }

  async say(text: string): Promise<void> {
    const message = { key: randomUUID(), kind: "TEXT", body: { text } };
    await this.call("POST", `conversations/${this.#opened.thread.conversationId}/messages`, message);
  }
}

/** As behind a proxy on this machine, each opening from an address of its own: who opens many from one has to work for it. */
async function visit<T>(token: string | null, method: string, path: string, body?: unknown): Promise<T> {
  const [low, high] = randomBytes(2);
  const headers = { "X-Forwarded-For": `198.18.${high}.${low}` };
  return call<T>(process.env.QIAO_URL ?? "", token, method, `/api/visit/${path}`, body, headers);
}
