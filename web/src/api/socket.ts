import { Problem } from "./http";

/** One JSON object of the protocol; docs/protocol.md describes each by its `t`. */
export interface Frame {
  t: string;
  [name: string]: unknown;
}

export type SocketState =
  | { name: "idle" }
  | { name: "connecting" }
  | { name: "open" }
  /** Cut off; the next attempt comes at `retryAt` (ms since 1970). */
  | { name: "waiting"; retryAt: number }
  /** Stopped by the server: another window took the place, or the login ended. */
  | { name: "ended"; reason: "replaced" | "signedOut" };

export interface SocketListener {
  onState: (state: SocketState) => void;
  onWelcome: (resumed: boolean, era: number) => void;
  onEvent: (frame: Frame) => void;
}

interface Waiting {
  resolve: (frame: Frame) => void;
  reject: (problem: Problem) => void;
  timer: ReturnType<typeof setTimeout>;
}

/** What the server counts too, so that it can resume from the right place. */
const NUMBERED = new Set(["entry", "receipts", "personal", "behind"]);
const ANSWER_MS = 15_000;
const WELCOME_MS = 10_000;
const FIRST_RETRY_MS = 600;
const LAST_RETRY_MS = 30_000;
const SOCKET_OPEN = 1;

/** How long to wait before attempt n = 0, 1, 2 …: doubling, capped, with jitter so that clients do not return in step. */
export function backoff(attempt: number, random: () => number = Math.random): number {
  const full = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** attempt);
  return full / 2 + (full / 2) * random();
}

/** ":8081/socket" means that port on the page's own host. */
export function socketUrl(url: string, page: Pick<Location, "protocol" | "hostname">): string {
  if (!url.startsWith(":")) return url;
  return `${page.protocol === "https:" ? "wss" : "ws"}://${page.hostname}${url}`;
}

/** One socket to the gateway that stays: reconnects, resumes, answers heartbeats, matches answers to commands. */
export class SocketClient {
  private socket: WebSocket | null = null;
  private session: string | null = null;
  private received = 0;
  private attempt = 0;
  private nextId = 1;
  private drainMs: number | null = null;
  private heartbeatMs = 30_000;
  private heardAt = 0;
  private running = false;
  private waiting = new Map<string, Waiting>();
  private retry: ReturnType<typeof setTimeout> | undefined;
  private beat: ReturnType<typeof setInterval> | undefined;
  private welcomed = false;

  constructor(
    private readonly address: () => Promise<string>,
    private readonly listener: SocketListener,
    private readonly connect: (url: string) => WebSocket = (url) => new WebSocket(url),
  ) {}

  start() {
    if (this.running) return;
    this.running = true;
    void this.open();
  }

  stop() {
    this.running = false;
    clearTimeout(this.retry);
    this.drop(1000);
    this.listener.onState({ name: "idle" });
  }

  get isOpen(): boolean {
    return this.welcomed;
  }

  /** The network is back or the page is looked at again: do not wait for the timer, and check a socket that seems alive. */
  nudge() {
    if (!this.running) return;
    if (!this.socket) {
      clearTimeout(this.retry);
      void this.open();
    } else if (this.welcomed && Date.now() - this.heardAt > 5_000) {
      this.command({ t: "ping" }, 5_000).catch(() => this.lost());
    }
  }

  /** Sends a command and waits for its answer. */
  command(frame: Frame, timeoutMs = ANSWER_MS): Promise<Frame> {
    const id = String(this.nextId++);
    return new Promise((resolve, reject) => {
      if (!this.post({ ...frame, id })) {
        reject(new Problem(0, "client.offline"));
        return;
      }
      const timer = setTimeout(() => {
        this.waiting.delete(id);
        reject(new Problem(0, "client.offline"));
      }, timeoutMs);
      this.waiting.set(id, { resolve, reject, timer });
    });
  }

  /** Sends a frame nobody waits for; false when there is no connection. */
  post(frame: Frame): boolean {
    if (!this.welcomed || this.socket?.readyState !== SOCKET_OPEN) return false;
    this.socket.send(JSON.stringify(frame));
    return true;
  }

  private async open() {
    this.listener.onState({ name: "connecting" });
    try {
      const url = new URL(await this.address());
      if (!this.running || this.socket) return;
      if (this.session) {
        url.searchParams.set("resume", this.session);
        url.searchParams.set("received", String(this.received));
      }
      this.listenTo(this.connect(url.toString()));
    } catch (error) {
      if (!this.running || this.socket) return; // another attempt was faster
      if (error instanceof Problem && error.status === 401) this.end("signedOut");
      else this.later();
    }
  }

  private listenTo(socket: WebSocket) {
    this.socket = socket;
    const slow = setTimeout(() => socket === this.socket && !this.welcomed && this.lost(), WELCOME_MS);
    socket.onmessage = (event) => {
      if (socket !== this.socket) return;
      clearTimeout(slow);
      this.heardAt = Date.now();
      this.onFrame(JSON.parse(String(event.data)) as Frame);
    };
    socket.onclose = (event) => {
      clearTimeout(slow);
      if (socket === this.socket) this.onClose(event.code);
    };
  }

  private onFrame(frame: Frame) {
    if (NUMBERED.has(frame.t)) this.received++;
    if (frame.t === "welcome") {
      this.onWelcome(frame);
      return;
    }
    if (frame.t === "drain") {
      this.drainMs = Number(frame.retryAfterMs ?? 0);
      return;
    }
    if (typeof frame.id === "string" && this.answer(frame.id, frame)) return;
    this.listener.onEvent(frame);
  }

  private answer(id: string, frame: Frame): boolean {
    const waiting = this.waiting.get(id);
    if (!waiting) return false;
    clearTimeout(waiting.timer);
    this.waiting.delete(id);
    if (frame.t === "error") {
      const after = typeof frame.retryAfterMs === "number" ? frame.retryAfterMs / 1000 : null;
      const params = (frame.params ?? {}) as Record<string, unknown>;
      waiting.reject(new Problem(400, String(frame.code), params, [], after));
    } else {
      waiting.resolve(frame);
    }
    return true;
  }

  private onWelcome(frame: Frame) {
    const resumed = frame.resumed === true;
    this.session = String(frame.session);
    if (!resumed) this.received = 0;
    this.attempt = 0;
    this.drainMs = null;
    this.welcomed = true;
    this.heartbeatMs = Number(frame.heartbeat ?? 30) * 1000;
    clearInterval(this.beat);
    this.beat = setInterval(() => this.heartbeat(), this.heartbeatMs * 0.8);
    this.listener.onState({ name: "open" });
    this.listener.onWelcome(resumed, Number(frame.era ?? 0));
  }

  private heartbeat() {
    if (Date.now() - this.heardAt > this.heartbeatMs * 2.5) this.lost();
    else this.post({ t: "ping", id: String(this.nextId++) });
  }

  private onClose(code: number) {
    this.drop(null);
    if (!this.running) return;
    if (code === 4010) this.end("replaced");
    else if (code === 4001 || code === 4003) this.end("signedOut");
    else this.later(code);
  }

  /** The connection is dead though nobody said so. */
  private lost() {
    this.drop(4000);
    if (this.running) this.later();
  }

  private later(code?: number) {
    if (code === 1008) this.attempt = Math.max(this.attempt, 3);
    const wait = this.drainMs ?? backoff(this.attempt++);
    this.drainMs = null;
    this.listener.onState({ name: "waiting", retryAt: Date.now() + wait });
    clearTimeout(this.retry);
    this.retry = setTimeout(() => this.running && !this.socket && void this.open(), wait);
  }

  private end(reason: "replaced" | "signedOut") {
    this.running = false;
    this.session = null;
    this.listener.onState({ name: "ended", reason });
  }

  private drop(code: number | null) {
    const socket = this.socket;
    this.socket = null;
    this.welcomed = false;
    clearInterval(this.beat);
    for (const { reject, timer } of this.waiting.values()) {
      clearTimeout(timer);
      reject(new Problem(0, "client.offline"));
    }
    this.waiting.clear();
    if (socket && code !== null) socket.close(code);
  }
}
