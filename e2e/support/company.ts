import type { Browser, BrowserContext, Page } from "@playwright/test";

/** A failed journey starts a new worker process, so the process takes part in every name. */
const RUN = `${process.pid}`;
let number = 0;

/** A signed-in person with a bearer token for quick preparation and a browser for the journey. */
export class Person {
  readonly id: number;
  readonly name: string;
  readonly token: string;
  readonly #url: string;

  constructor(url: string, id: number, name: string, token: string) {
    this.#url = url;
    this.id = id;
    this.name = name;
    this.token = token;
  }

  /** Calls the interface as this person; fails on any refusal. */
  async call<T = unknown>(method: string, path: string, body?: unknown): Promise<T> {
    return call<T>(this.#url, this.token, method, path, body);
  }

  /** Opens a browser of one's own, signed in, at an address of the client. */
  async open(browser: Browser, path = "/", options: Parameters<Browser["newContext"]>[0] = {}): Promise<Page> {
    const context = await browser.newContext({ baseURL: this.#url, ...options });
    await signIn(context, this.#url, this.token);
    const page = await context.newPage();
    await page.goto(path);
    return page;
  }
}

async function signIn(context: BrowserContext, url: string, token: string): Promise<void> {
  await context.addCookies([{ name: "qiao_session", value: token, url, httpOnly: true, sameSite: "Strict" }]);
}

interface SessionAnswer {
  token: string;
  member: { id: number; name: string };
}

/** A fresh company of one journey: its owner and as many colleagues as asked for. */
export class Company {
  readonly owner: Person;
  readonly #url: string;
  #invitation = "";

  private constructor(url: string, owner: Person) {
    this.#url = url;
    this.owner = owner;
  }

  static async create(name = "桥头贸易有限公司", ownerName = "陈桥"): Promise<Company> {
    const url = process.env.QIAO_URL ?? "";
    const founder = await founderOf(url, ownerName);
    number += 1;
    await call(url, founder.token, "POST", "/api/companies", { name: `${name}${number}`, memberName: ownerName });
    const session = await call<SessionAnswer>(url, founder.token, "GET", "/api/session");
    return new Company(url, new Person(url, session.member.id, ownerName, founder.token));
  }

  /** The company of an own server. */
  static of(url: string, owner: Person): Company {
    return new Company(url, owner);
  }

  /** The ids of all members, the owner included. */
  async everyone(): Promise<number[]> {
    const ids: number[] = [];
    let after = "";
    do {
      const page = await this.owner.call<{ items: { id: number }[]; next: string | null }>(
        "GET",
        `/api/members?limit=200${after && `&after=${encodeURIComponent(after)}`}`,
      );
      ids.push(...page.items.map((member) => member.id));
      after = page.next ?? "";
    } while (after);
    return ids;
  }

  /** Somebody new, through an invitation link; signs in by e-mail unless a mobile number is given. */
  async hire(name: string, phone?: string): Promise<Person> {
    this.#invitation ||= await invitation(this.#url, this.owner.token);
    const session = await join(this.#url, this.#invitation, name, phone);
    return new Person(this.#url, session.member.id, name, session.token);
  }
}

/** An invitation of the first company, one for each process. */
let door = "";

/** Founders have accounts of their own: two journeys at once would else change one person's language under each other. */
async function founderOf(url: string, name: string): Promise<SessionAnswer> {
  if (!door) {
    const login = { login: "root@example.com", password: "bridge-over-water-1", bearer: true };
    const root = await call<SessionAnswer>(url, null, "POST", "/api/session", login);
    door = await invitation(url, root.token);
  }
  return join(url, door, name);
}

async function invitation(url: string, token: string): Promise<string> {
  const made = await call<{ path: string }>(url, token, "POST", "/api/invitations", {
    expiresInHours: 24,
    approval: false,
  });
  return made.path.replace("/join/", "");
}

/** Signs in by e-mail unless a mobile number is given. */
async function join(url: string, invited: string, name: string, phone?: string): Promise<SessionAnswer> {
  number += 1;
  const login = phone ?? `person${number}.${RUN}@example.com`;
  const password = "a-long-enough-password";
  await call(url, null, "POST", `/api/join/${invited}`, { name, login, password, locale: "zh-CN" });
  return call<SessionAnswer>(url, null, "POST", "/api/session", { login, password, bearer: true });
}

/** Calls the interface with a bearer token, or with none; fails on any refusal. */
export async function call<T>(
  url: string,
  token: string | null,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<T> {
  const answer = await fetch(url + path, {
    method,
    headers: {
      ...headers,
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) {
    throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  }
  return (text ? JSON.parse(text) : undefined) as T;
}
