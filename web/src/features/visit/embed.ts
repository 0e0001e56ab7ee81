/** What the page around the frame and this page say to each other. `qiao` is the word, so that other messages pass by. */
interface FromHost {
  qiao: "hello";
  /** A JWT of the host site's server. */
  identity?: unknown;
}

export type ToHost = { qiao: "unread"; count: number } | { qiao: "close" };

let host: { window: Window; origin: string } | null = null;
let last: ToHost | null = null;

function fromHost(data: unknown): FromHost | null {
  return typeof data === "object" && data !== null && (data as FromHost).qiao === "hello" ? (data as FromHost) : null;
}

/**
 * Listens to the page around the frame. Who may frame this page, the server has decided (frame-ancestors): the parent is one of the
 * company's own sites. Answers go to the origin that it spoke from, and to no other.
 */
export function listenToHost(identify: (jwt: string) => void) {
  window.addEventListener("message", (event) => {
    if (event.source !== window.parent || window.parent === window || event.origin === "null") return;
    const hello = fromHost(event.data);
    if (!hello) return;
    host = { window: window.parent, origin: event.origin };
    if (last) tellHost(last);
    if (typeof hello.identity === "string") identify(hello.identity);
  });
  window.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented && !document.querySelector("dialog[open]")) closeFrame();
  });
}

export function tellHost(message: ToHost) {
  if (message.qiao === "unread") last = message;
  host?.window.postMessage(message, host.origin);
}

export function closeFrame() {
  tellHost({ qiao: "close" });
}
