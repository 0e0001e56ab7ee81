// Part of the service worker: shows what arrives by Web Push while nobody looks at the page, and opens what it is about.
// Imports nothing at run time but what is bundled into it, because the service worker loads it as a plain script.
import { isChat, type PushNotice, readNotice, targetOf } from "@/lib/push-notice";

interface PageClient {
  url: string;
  visibilityState: DocumentVisibilityState;
  focus: () => Promise<PageClient>;
  navigate: (url: string) => Promise<PageClient | null>;
}

interface WaitingEvent extends Event {
  waitUntil: (work: Promise<unknown>) => void;
}

interface Worker {
  registration: ServiceWorkerRegistration;
  location: Location;
  clients: {
    matchAll: (options: { type: "window"; includeUncontrolled: boolean }) => Promise<PageClient[]>;
    openWindow: (url: string) => Promise<unknown>;
  };
  addEventListener: <E extends Event>(type: string, listener: (event: E) => void) => void;
}

type PushedEvent = WaitingEvent & { data: { text: () => string } | null };
type ClickedEvent = WaitingEvent & { notification: Notification };
type ChangedEvent = WaitingEvent & { oldSubscription?: PushSubscription | null };

const worker = globalThis as unknown as Worker;

async function chats(): Promise<PageClient[]> {
  const pages = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  return pages.filter((page) => isChat(page.url));
}

/**
 * A message that an open page shows is not shown again, and a page that is open but hidden has told of it itself: then this one
 * replaces it without a sound. Everything else is shown, whatever is open.
 */
async function show(notice: PushNotice) {
  const pages = notice.passing ? await chats() : [];
  if (pages.some((page) => page.visibilityState === "visible")) return;
  const options = {
    body: notice.body,
    tag: notice.tag,
    renotify: pages.length === 0, // the same order again is a reminder
    requireInteraction: !notice.passing,
    icon: "/icon-192.png",
    badge: "/icon-192.png",
    data: notice.link,
  };
  await worker.registration.showNotification(notice.title, options);
}

/** In a chat that is open already, where there is one; another page may hold what is being written. */
async function open(link: string | null) {
  const target = targetOf(link, worker.location.origin);
  const page = (await chats()).find((each) => new URL(each.url).origin === new URL(target).origin);
  if (!page) return worker.clients.openWindow(target);
  try {
    await page.focus();
    return await page.navigate(target);
  } catch {
    return worker.clients.openWindow(target); // a page that this worker does not control
  }
}

/** The push service gave the browser another address. */
async function renew(old: PushSubscription | null | undefined) {
  if (!old) return;
  const fresh = await worker.registration.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: old.options.applicationServerKey,
  });
  const { endpoint, keys } = fresh.toJSON();
  await fetch("/api/notice/subscriptions", {
    method: "POST",
    credentials: "same-origin",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ endpoint, p256dh: keys?.p256dh, auth: keys?.auth }),
  });
}

worker.addEventListener<PushedEvent>("push", (event) => event.waitUntil(show(readNotice(event.data?.text()))));

worker.addEventListener<ClickedEvent>("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data as string | null));
});

worker.addEventListener<ChangedEvent>("pushsubscriptionchange", (event) =>
  event.waitUntil(renew(event.oldSubscription)),
);
