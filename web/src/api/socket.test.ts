import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Problem } from "./http";
import { backoff, type Frame, SocketClient, type SocketState, socketUrl } from "./socket";

/** A gateway in the test's hand. */
class FakeSocket {
  readyState = 1;
  sent: Frame[] = [];
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;

  constructor(readonly url: string) {}

  send(text: string) {
    this.sent.push(JSON.parse(text) as Frame);
  }

  close() {
    this.readyState = 3;
  }

  says(frame: Frame) {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }

  cuts(code = 1006) {
    this.onclose?.({ code });
  }
}

let opened: FakeSocket[];
let states: SocketState[];
let welcomes: boolean[];
let events: Frame[];
let client: SocketClient;

const welcome = (session: string, resumed = false): Frame => ({
  t: "welcome",
  session,
  resumed,
  era: 1,
  heartbeat: 30,
});
const newest = () => opened.at(-1) as FakeSocket;
const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
  opened = [];
  states = [];
  welcomes = [];
  events = [];
  client = new SocketClient(
    async () => "ws://host:8081/socket",
    {
      onState: (state) => states.push(state),
      onWelcome: (resumed) => welcomes.push(resumed),
      onEvent: (frame) => events.push(frame),
    },
    (url) => {
      opened.push(new FakeSocket(url));
      return newest() as unknown as WebSocket;
    },
  );
});

afterEach(() => {
  client.stop();
  vi.useRealTimers();
});

async function connected() {
  client.start();
  await settle();
  newest().says(welcome("s1"));
}

describe("a connection that was cut", () => {
  it("comes back by itself and resumes after the events it has counted", async () => {
    await connected();
    newest().says({ t: "entry", conversation: 1 });
    newest().says({ t: "typing", conversation: 1 });
    newest().says({ t: "receipts", conversation: 1 });

    newest().cuts();
    expect(states.at(-1)?.name).toBe("waiting");
    await vi.advanceTimersByTimeAsync(1_000);

    expect(newest().url).toBe("ws://host:8081/socket?resume=s1&received=2");
    newest().says(welcome("s1", true));
    expect(welcomes).toEqual([false, true]);
    expect(events).toHaveLength(3);
  });

  it("counts from the beginning in a new session", async () => {
    await connected();
    newest().says({ t: "entry", conversation: 1 });
    newest().cuts();
    await vi.advanceTimersByTimeAsync(1_000);
    newest().says(welcome("s2"));
    newest().cuts();
    await vi.advanceTimersByTimeAsync(1_000);

    expect(newest().url).toContain("resume=s2&received=0");
  });

  it("waits as long as a draining server asks", async () => {
    await connected();
    newest().says({ t: "drain", retryAfterMs: 5_000 });
    newest().cuts(1001);

    await vi.advanceTimersByTimeAsync(4_900);
    expect(opened).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(opened).toHaveLength(2);
  });

  it("is noticed when nothing is heard any more", async () => {
    await connected();

    await vi.advanceTimersByTimeAsync(100_000);

    expect(opened.length).toBeGreaterThan(1);
    expect(opened[0]?.sent.some((frame) => frame.t === "ping")).toBe(true);
  });
});

describe("a connection that the server ends", () => {
  it("is not taken up again when another window took its place", async () => {
    await connected();
    newest().cuts(4010);
    await vi.advanceTimersByTimeAsync(60_000);

    expect(states.at(-1)).toEqual({ name: "ended", reason: "replaced" });
    expect(opened).toHaveLength(1);
  });

  it("ends the session when the login is over", async () => {
    await connected();
    newest().cuts(4001);

    expect(states.at(-1)).toEqual({ name: "ended", reason: "signedOut" });
  });
});

describe("a command", () => {
  it("gets its own answer", async () => {
    await connected();
    const first = client.command({ t: "send" });
    const second = client.command({ t: "send" });
    const [one, other] = newest().sent;

    newest().says({ t: "ack", id: other?.id, seq: 2 });
    newest().says({ t: "ack", id: one?.id, seq: 1 });

    expect((await first).seq).toBe(1);
    expect((await second).seq).toBe(2);
  });

  it("is refused with the server's code and its wish to wait", async () => {
    await connected();
    const sent = client.command({ t: "send" });
    newest().says({ t: "error", id: newest().sent[0]?.id, code: "gateway.too_fast", params: {}, retryAfterMs: 2_000 });

    const problem = (await sent.catch((error: unknown) => error)) as Problem;
    expect(problem.code).toBe("gateway.too_fast");
    expect(problem.retryAfterSeconds).toBe(2);
  });

  it("fails as offline when the connection goes before the answer", async () => {
    await connected();
    const sent = client.command({ t: "send" });
    newest().cuts();

    expect(((await sent.catch((error: unknown) => error)) as Problem).code).toBe("client.offline");
  });
});

it("stays open when an attempt beside it fails late", async () => {
  const answers: { resolve: (url: string) => void; reject: (error: unknown) => void }[] = [];
  client = new SocketClient(
    () => new Promise((resolve, reject) => answers.push({ resolve, reject })),
    { onState: (state) => states.push(state), onWelcome: () => undefined, onEvent: () => undefined },
    (url) => {
      opened.push(new FakeSocket(url));
      return newest() as unknown as WebSocket;
    },
  );
  client.start();
  client.nudge(); // the network is back
  answers[1]?.resolve("ws://host:8081/socket");
  await settle();
  newest().says(welcome("s1"));
  answers[0]?.reject(new Error("the network changed"));
  await settle();

  expect(states.at(-1)).toEqual({ name: "open" });
});

describe("waiting between attempts", () => {
  it("doubles up to half a minute, never in step", () => {
    expect(backoff(0, () => 1)).toBe(600);
    expect(backoff(3, () => 0)).toBe(2_400);
    expect(backoff(20, () => 1)).toBe(30_000);
  });
});

it("takes a bare port as one of the page's own host", () => {
  expect(socketUrl(":8081/socket", { protocol: "https:", hostname: "qiao.example" })).toBe(
    "wss://qiao.example:8081/socket",
  );
  expect(socketUrl("wss://chat.example/socket", { protocol: "https:", hostname: "x" })).toBe(
    "wss://chat.example/socket",
  );
});
