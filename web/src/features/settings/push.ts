import { api } from "@/api/http";
import { isSameKey, keyBytes } from "@/lib/push-key";
import { readStored, writeStored } from "@/lib/storage";

/** Why this device cannot be reached, or whether it is. */
export type PushState = "insecure" | "unsupported" | "blocked" | "off" | "on";

/** Kept on the device: who switched it on here, and the server's number for it. */
interface Kept {
  account: number;
  id: number;
}

/** The person or the browser said no, or the browser's push service cannot be reached. */
export class PushRefused extends Error {
  constructor(readonly why: "blocked" | "unreachable") {
    super(why);
  }
}

function kept(account: number): Kept | null {
  const stored = readStored<Kept>("push");
  return stored?.account === account ? stored : null;
}

async function registration(): Promise<ServiceWorkerRegistration | undefined> {
  return "serviceWorker" in navigator && "PushManager" in window && "Notification" in window
    ? navigator.serviceWorker.getRegistration("/")
    : undefined;
}

export async function pushState(account: number): Promise<PushState> {
  if (!window.isSecureContext) return "insecure";
  const worker = await registration();
  if (!worker) return "unsupported";
  if (Notification.permission === "denied") return "blocked";
  const subscription = await worker.pushManager.getSubscription();
  return subscription && kept(account) ? "on" : "off";
}

/** Asks for permission when it is needed; call it from a click. */
export async function switchPushOn(account: number) {
  if ((await Notification.requestPermission()) !== "granted") throw new PushRefused("blocked");
  const worker = await registration();
  const { key } = await api.get<{ key: string }>("/api/notice/push-key");
  if (!worker) throw new PushRefused("unreachable");
  const before = await worker.pushManager.getSubscription();
  if (before && !isSameKey(before.options.applicationServerKey, key)) await before.unsubscribe();
  const subscription = await worker.pushManager
    .subscribe({ userVisibleOnly: true, applicationServerKey: keyBytes(key) })
    .catch(() => {
      throw new PushRefused("unreachable");
    });
  await tell(account, subscription);
}

async function tell(account: number, subscription: PushSubscription) {
  const { endpoint, keys } = subscription.toJSON();
  const body = { endpoint, p256dh: keys?.p256dh, auth: keys?.auth };
  const { id } = await api.post<{ id: number }>("/api/notice/subscriptions", body);
  writeStored("push", { account, id } satisfies Kept);
}

/** The browser's own subscription ends too, so nothing arrives even when the server does not hear of it. */
export async function switchPushOff(account: number) {
  const stored = kept(account);
  const subscription = await (await registration())?.pushManager.getSubscription();
  await subscription?.unsubscribe();
  writeStored("push", null);
  if (stored) await api.delete(`/api/notice/subscriptions/${stored.id}`).catch(() => undefined);
}

/**
 * At the start, for whoever is signed in now: the server forgets a device that was signed out, and a company entered for the
 * first time does not know it. What somebody else left switched on here ends.
 */
export async function keepPush(account: number) {
  const subscription = await (await registration())?.pushManager.getSubscription();
  if (!subscription) return;
  if (kept(account)) {
    if (Notification.permission === "granted") await tell(account, subscription);
  } else {
    await subscription.unsubscribe();
    writeStored("push", null);
  }
}
